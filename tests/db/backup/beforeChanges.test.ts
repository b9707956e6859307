import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newAccountHolder } from '../../../db/accounts/accountHolders.ts'
import { connectTo } from '../../../db/backup/readProgram.ts'
import { migrations } from '../../../db/migrations/migrate.ts'
import { builderOver } from '../../../db/opening/dialect.ts'
import { sealKeyring, writeKeyring } from '../../../db/opening/keyring.ts'
import { newKey } from '../../../db/opening/keys.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import {
  signedInCore,
  testAccountName,
  testCore,
  testPassphrase,
  testScryptCost,
} from '../../helpers/testCore.ts'
import { imported, sample } from '../imports/importing.ts'

const open: { dispose(): unknown }[] = []
const kept = <T extends { dispose(): unknown }>(one: T): T => (open.push(one), one)
afterEach(async () => {
  for (const one of open.splice(0)) await one.dispose()
})

const credential = { name: testAccountName, passphrase: testPassphrase }
const backupsOf = (folder: string) =>
  readdirSync(join(folder, 'backups')).filter((name) => name !== 'state.json')

/** A program as the first version of the app left it. */
async function firstVersionProgram(programFile: string): Promise<Buffer> {
  const key = newKey()
  const database = new Database(programFile)
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  const db = builderOver(database)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('001-first-schema')).error).toBeUndefined()
  for (const statement of [
    `insert into program (id, name, language, createdAt) values (1, 'Bridge', 'en', '2026-01-01')`,
    `insert into accounts (name, foldedName, roles, language, createdAt)
     values ('${testAccountName}', 'alma rivera', '["administrator"]', 'en', '2026-01-01')`,
  ])
    await sql.raw(statement).execute(db)
  await db.destroy()
  const holder = await newAccountHolder(key, { ...credential, isTemporary: false }, testScryptCost)
  const content = { revision: 0, programName: 'Bridge', language: 'en', accounts: [holder] } as const
  const keyring = { ...content, accounts: [holder], recovery: null, machine: null }
  writeKeyring(programFile, sealKeyring(keyring, key))
  return key
}

test('a file of an earlier version is backed up as it is before it is brought up to date', async () => {
  const { api, core, folder } = kept(testCore({ automaticBackups: true }))
  const key = await firstVersionProgram(join(folder, 'program.stones'))
  await api.session.signIn(credential)
  await core.automaticBackups.settled()
  const [made] = backupsOf(folder)
  expect(made).toMatch(/beforeMigration$/)
  const copy = connectTo(join(folder, 'backups', made!, 'program.stones'), key, { readonly: true })
  expect(copy.prepare('select name from kysely_migration').pluck().all()).toEqual(['001-first-schema'])
  copy.close()
})

test('a file of an earlier version stays as it is when that backup cannot be made', async () => {
  const { api, folder } = kept(testCore({ automaticBackups: true }))
  const programFile = join(folder, 'program.stones')
  const key = await firstVersionProgram(programFile)
  writeFileSync(join(folder, 'backups'), '')
  expect(await failureOf(api.session.signIn(credential))).toMatchObject({ code: 'backups.notBefore' })
  const database = connectTo(programFile, key, { readonly: true })
  expect(database.prepare('select name from kysely_migration').pluck().all()).toEqual(['001-first-schema'])
  database.close()
})

test('an import is backed up before, and not begun when that cannot be done', async () => {
  const core = kept(await signedInCore({ automaticBackups: true }))
  await core.core.automaticBackups.settled()
  await imported(core, sample('esl-roster.csv'))
  const { backups } = await core.api.backups.list({})
  const before = backups.find(({ reason }) => reason === 'beforeImport')
  expect(before?.counts).toMatchObject({ learners: 0 })

  const { total } = await core.api.learners.list({})
  rmSync(join(core.folder, 'backups'), { recursive: true })
  writeFileSync(join(core.folder, 'backups'), '')
  const again = imported(core, sample('student-test-summary.xlsx'))
  expect(await failureOf(again)).toMatchObject({ code: 'backups.notBefore' })
  expect((await core.api.learners.list({})).total).toBe(total)
})
