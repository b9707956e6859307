import { closeSync, openSync, rmSync } from 'node:fs'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { signedInAccountOf } from '../accounts/accountRows.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import type { Core } from '../core.ts'
import { keyringPath, writeKeyring } from '../opening/keyring.ts'
import { withFileFailures } from '../opening/fileFailure.ts'
import { newFileKey, wrapKey } from '../opening/keys.ts'
import { openProgramFile, type ProgramFile } from '../opening/openFile.ts'
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
  return signedInAccountOf(row)
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

/** Claims the place for a new file, readable by this person alone; fails when anything lies there already. */
function claimPlace(programFile: string): void {
  withFileFailures(() => closeSync(openSync(programFile, 'wx', 0o600)))
}

/** Only what this call made: the place was claimed before. */
function removeHalfMadeFile(programFile: string): void {
  for (const path of [programFile, `${programFile}-wal`, `${programFile}-shm`, keyringPath(programFile)]) {
    rmSync(path, { force: true })
  }
}

/** Makes the encrypted file, its first account and what ships with every program; all of it or nothing. */
export async function createProgram(core: Core, choices: FirstChoices) {
  const { programFile, scryptCost } = core.settings
  const key = newFileKey()
  const wrapped = await wrapKey(key, choices.passphrase, scryptCost)
  claimPlace(programFile)
  let file: ProgramFile | undefined
  try {
    file = await openProgramFile(programFile, key, { isNew: true })
    const account = await fillNewFile(file, core, choices)
    writeKeyring(programFile, {
      version: 1,
      programName: choices.programName,
      language: choices.language,
      accounts: [{ name: account.name, active: true, key: wrapped }],
    })
    return { file, key, account }
  } catch (error) {
    await file?.close()
    removeHalfMadeFile(programFile)
    throw error
  }
}
