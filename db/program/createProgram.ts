import { rmSync } from 'node:fs'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { signedInAccountOf } from '../accounts/accountRows.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import { filesIn, nextFolder } from '../backup/places.ts'
import { prepareNext, swapProgram } from '../backup/swapProgram.ts'
import type { Core } from '../core.ts'
import { newAccountHolder } from '../accounts/accountHolders.ts'
import { newRecoveryHolder } from '../keys/recoveryHolder.ts'
import { sealKeyring, writeKeyring } from '../opening/keyring.ts'
import { holdProgram } from '../opening/fileLock.ts'
import { newKey } from '../opening/keys.ts'
import { makeProgramFile, openProgramFile, type ProgramFile } from '../opening/openFile.ts'
import type { Writer } from '../schema.ts'
import { shipDefaults } from './shipDefaults.ts'

interface FirstChoices {
  programName: string
  language: Language
  accountName: string
  passphrase: string
  startWith: 'empty' | 'sampleData'
}

async function firstAccount(db: Writer, core: Core, choices: FirstChoices): Promise<SignedInAccount> {
  const row = await db
    .insertInto('accounts')
    .values({
      name: choices.accountName,
      foldedName: foldForSearch(choices.accountName),
      // Whoever sets the program up can do everything, and hands roles on from there.
      roles: JSON.stringify(['administrator', 'director', 'coordinator', 'instructor', 'staff']),
      language: choices.language,
      createdAt: core.now(),
      lastSignInAt: core.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return signedInAccountOf(row, { mustChangePassphrase: false })
}

async function fillNewFile(file: ProgramFile, core: Core, choices: FirstChoices): Promise<SignedInAccount> {
  return file.writer.transaction().execute(async (db) => {
    await db
      .insertInto('program')
      .values({
        id: 1,
        name: choices.programName,
        language: choices.language,
        isDemo: core.settings.isDemo ? 1 : 0,
        createdAt: core.now(),
      })
      .execute()
    const account = await firstAccount(db, core, choices)
    await shipDefaults(db, { account, now: core.now(), today: core.today() }, choices.startWith)
    await writeAuditRows(db, { action: 'program.setUp', at: core.now(), caller: account }, [
      { subject: 'program', subjectId: 1, after: { name: choices.programName } },
    ])
    return account
  })
}

/** Nothing lies where the program is going to be, so nothing is kept. */
const nothingToKeep = { folderName: 'before set-up', manifest: '' }

async function firstKeyring(core: Core, choices: FirstChoices, fileKey: Buffer) {
  const cost = core.settings.scryptCost
  const { accountName: name, passphrase, programName, language } = choices
  const [account, recovery] = await Promise.all([
    newAccountHolder(fileKey, { name, passphrase, isTemporary: false }, cost),
    newRecoveryHolder(fileKey, core.now(), cost),
  ])
  const content = { revision: 0, programName, language, accounts: [account], machine: null }
  const keyring = sealKeyring({ ...content, recovery: recovery.holder }, fileKey)
  return { keyring, recoveryCode: recovery.recoveryCode }
}

/** Fills a new file in a folder where nothing counts yet, and closes it. */
async function prepareProgram(core: Core, choices: FirstChoices, key: Buffer) {
  const { programFile } = core.settings
  const { keyring, recoveryCode } = await firstKeyring(core, choices, key)
  const next = filesIn(prepareNext(programFile), programFile).program
  const file = await makeProgramFile(next, key)
  try {
    const account = await fillNewFile(file, core, choices)
    writeKeyring(next, keyring)
    return { account, recoveryCode }
  } finally {
    await file.close()
  }
}

/**
 * Makes the encrypted file, its first account and what ships with every program; all of it or nothing, even
 * when the process ends in between: the finished program takes its place in one step.
 */
export async function createProgram(core: Core, choices: FirstChoices) {
  const { programFile } = core.settings
  const lock = holdProgram(programFile)
  try {
    const key = newKey()
    const prepared = await prepareProgram(core, choices, key)
    swapProgram(programFile, nothingToKeep)
    return { file: await openProgramFile(programFile, key), key, ...prepared }
  } catch (error) {
    rmSync(nextFolder(programFile), { recursive: true, force: true })
    throw error
  } finally {
    lock.release()
  }
}
