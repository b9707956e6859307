import { sql, type Kysely } from 'kysely'
import { rmSync } from 'node:fs'
import { typedFailure } from '../../db/calls/typedFailure.ts'
import type { Core } from '../../db/core.ts'
import { openKeyring, readKeyring } from '../../db/opening/keyring.ts'
import { triesPath } from '../../db/opening/signInTries.ts'
import type { Reader, Schema } from '../../db/schema.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { firstName, recordedAs, type ExpectedAccount, type ExpectedProgram } from './expected.ts'
import { callsTo } from './perform.ts'

type Api = ReturnType<typeof callsTo>

/** Whether a passphrase opens the program; any failure but the one for a wrong passphrase is passed on. */
async function opens(core: Core, name: string, passphrase: string): Promise<boolean> {
  // Those who may not sign in are tried after every kill: they would soon have to wait.
  rmSync(triesPath(core.settings.programFile), { force: true })
  try {
    await callsTo(core).session.signIn({ name, passphrase })
    return true
  } catch (error) {
    const failure = typedFailure(error)
    if (failure.data.code === 'wrongPassphrase') return false
    throw new Error(`${failure.data.code} at the sign-in of ${name}`, { cause: error })
  }
}

async function readLearners(db: Reader): Promise<Pick<ExpectedProgram, 'learners' | 'imports'>> {
  const rows = await db
    .selectFrom('learners')
    .leftJoin('imports', 'imports.id', 'learners.importId')
    .select(['learners.id', 'learners.familyName', 'learners.notes', 'imports.fileName'])
    .where('learners.erasedAt', 'is', null)
    .select((eb) =>
      eb
        .selectFrom('learnerPhones')
        .whereRef('learnerPhones.learnerId', '=', 'learners.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('phones'),
    )
    .execute()
  const learners: ExpectedProgram['learners'] = {}
  const imports: ExpectedProgram['imports'] = {}
  for (const { familyName, notes, phones, fileName } of rows) {
    if (fileName === null) learners[familyName] = { phones: phones ?? 0, notes }
    else imports[fileName] = (imports[fileName] ?? 0) + 1
  }
  return { learners, imports }
}

/** Every import has its own row and one row for each person it brought. */
async function checkImports(db: Reader, imports: ExpectedProgram['imports']): Promise<void> {
  const rows = await db
    .selectFrom('imports')
    .leftJoin('importRows', 'importRows.importId', 'imports.id')
    .where('imports.undoneAt', 'is', null)
    .select(['imports.fileName', ({ fn }) => fn.count<number>('importRows.rowNumber').as('rows')])
    .groupBy('imports.id')
    .execute()
  const recorded = Object.fromEntries(rows.map(({ fileName, rows }) => [fileName, rows]))
  if (JSON.stringify(Object.entries(recorded).sort()) !== JSON.stringify(Object.entries(imports).sort())) {
    throw new Error(`imports ${JSON.stringify(recorded)} brought ${JSON.stringify(imports)}`)
  }
}

/** One operation leaves one row but for an import, which leaves one for itself and others for what it brought. */
async function readChanges(db: Reader): Promise<ExpectedProgram['changes']> {
  const rows = await db
    .selectFrom('auditEntries')
    .select(['action', ({ fn }) => fn.countAll<number>().as('count')])
    .where('action', 'in', Object.values(recordedAs))
    .where((eb) => eb.or([eb('action', '!=', recordedAs.importRoster), eb('subject', '=', 'import')]))
    .groupBy('action')
    .execute()
  return Object.fromEntries(rows.map(({ action, count }) => [action, count]))
}

async function checkFile(db: Kysely<Schema>): Promise<void> {
  const { rows: faults } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  if (faults[0]?.integrity_check !== 'ok') throw new Error(`the file is damaged: ${JSON.stringify(faults)}`)
  const { rows: dangling } = await sql`pragma foreign_key_check`.execute(db)
  if (dangling.length > 0) throw new Error(`records point at nothing: ${JSON.stringify(dangling)}`)
}

/** The record of changes is unbroken, whatever was under way. */
async function checkChain(api: Api): Promise<void> {
  const verdict = await resultOf(api.audit.verify({}))
  if (verdict.state === 'broken') throw new Error(`the record of changes: ${JSON.stringify(verdict)}`)
}

/** The newest recovery code that anybody has seen, if it opens the keyring. */
async function readRecoveryCode(programFile: string, candidates: readonly ExpectedProgram[]) {
  const keyring = readKeyring(programFile)
  for (const { recoveryCode } of candidates) {
    if (keyring && recoveryCode !== null && (await openKeyring(keyring, { recoveryCode })))
      return recoveryCode
  }
  return null
}

/** Tries what each account's passphrase may be; those who may not sign in must not. */
async function readAccounts(core: Core, candidates: readonly ExpectedProgram[]): Promise<ExpectedAccount[]> {
  const rows = await core
    .requireOpen()
    .file.reader.selectFrom('accounts')
    .select(['name', 'active'])
    .orderBy('id')
    .execute()
  const found: ExpectedAccount[] = []
  for (const { name, active } of rows) {
    const known = candidates.flatMap(({ accounts }) => accounts).filter((account) => account.name === name)
    const passphrases = [...new Set(known.map(({ passphrase }) => passphrase))]
    const working: string[] = []
    for (const passphrase of passphrases) if (await opens(core, name, passphrase)) working.push(passphrase)
    if ((working.length === 1) !== (active === 1)) {
      throw new Error(`${working.length} of ${passphrases.length} passphrases open ${name}, active ${active}`)
    }
    found.push({ name, active: active === 1, passphrase: working[0] ?? passphrases[0] ?? '' })
  }
  return found
}

/**
 * What is in the program after a kill, read through the real core, with everything checked that must be true
 * of any program. `candidates` are the programs it may be: they know the passphrases.
 */
export async function foundProgram(
  core: Core,
  candidates: readonly (ExpectedProgram | null)[],
): Promise<ExpectedProgram | null> {
  const api = callsTo(core)
  const { state } = await api.session.state({})
  if (state === 'noProgram') return null
  const possible = candidates.filter((candidate) => candidate !== null)
  for (const { accounts } of possible) {
    if (core.caller === null) await opens(core, firstName, accounts[0]!.passphrase)
  }
  if (core.caller === null) throw new Error('no passphrase opens the program')
  const { file } = core.requireOpen()
  await checkFile(file.writer)
  const name = (await api.program.settings({})).name
  const shown = (await api.session.state({})).programName
  if (shown !== name) throw new Error(`the sign-in screen says ${shown}, the program is ${name}`)
  const { learners, imports } = await readLearners(file.reader)
  await checkImports(file.reader, imports)
  const changes = await readChanges(file.reader)
  await checkChain(api)
  const recoveryCode = await readRecoveryCode(core.settings.programFile, possible)
  const accounts = await readAccounts(core, possible)
  return { name, accounts, learners, imports, changes, recoveryCode }
}
