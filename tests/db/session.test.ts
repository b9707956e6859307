import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import type { Schema } from '../../db/schema.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore, testAccountName, testCore, testPassphrase } from '../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
const kept = <T extends { dispose(): Promise<void> }>(core: T): T => (open.push(core), core)
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

test('the first run makes an encrypted file and signs its maker in', async () => {
  const { api, folder } = kept(await signedInCore())
  const state = await api.session.state({})
  expect(state).toMatchObject({ state: 'signedIn', programName: 'Bridge to Health Careers' })
  expect(state.account?.roles).toContain('administrator')
  const bytes = readFileSync(`${folder}/program.stones`)
  expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  expect(bytes.includes('Alma')).toBe(false)
})

test('signing out leaves one closed file and its keys, whether or not anything was read', async () => {
  const { api, folder } = kept(await signedInCore())
  await api.session.signOut({})
  expect(readdirSync(folder)).toEqual([
    'backups',
    'program.stones',
    'program.stones.keys',
    'program.stones.lock',
  ])
})

test('a wrong passphrase and an unknown name get the same refusal', async () => {
  const { api } = kept(await signedInCore())
  await api.session.signOut({})
  const wrong = await failureOf(
    api.session.signIn({ name: testAccountName, passphrase: 'not the one at all' }),
  )
  const unknown = await failureOf(api.session.signIn({ name: 'Nobody', passphrase: testPassphrase }))
  expect(wrong).toEqual(unknown)
  expect(wrong).toMatchObject({ kind: 'refused', code: 'wrongPassphrase' })
  expect((await api.session.state({})).state).toBe('signedOut')
})

test('signing in again finds the program as it was left', async () => {
  const { api } = kept(await signedInCore())
  await api.session.prefer({ language: 'es' })
  await api.session.signOut({})
  const state = await api.session.signIn({ name: 'alma rivera', passphrase: testPassphrase })
  expect(state.account).toMatchObject({ name: testAccountName, language: 'es' })
})

test('without a sign-in only the sign-in can be called', async () => {
  const { api } = kept(testCore())
  expect(await failureOf(api.program.settings({}))).toMatchObject({ kind: 'signInRequired' })
  expect(await failureOf(api.accounts.list({}))).toMatchObject({ kind: 'signInRequired' })
})

test('a program is never set up over another', async () => {
  const { api } = kept(await signedInCore())
  const again = api.program.setUp({
    programName: 'Second',
    language: 'en',
    accountName: 'Somebody',
    passphrase: testPassphrase,
    startWith: 'empty',
  })
  expect(await failureOf(again)).toMatchObject({ kind: 'conflict', code: 'programExists' })
})

test('bad input names the field and the remedy', async () => {
  const { api } = kept(testCore())
  const refusal = await failureOf(
    api.program.setUp({
      programName: ' ',
      language: 'en',
      accountName: 'A',
      passphrase: 'short',
      startWith: 'empty',
    }),
  )
  expect(refusal.kind).toBe('invalidInput')
  expect(refusal.fields).toEqual([
    { path: 'programName', code: 'required', values: { minimum: 1 } },
    { path: 'passphrase', code: 'passphraseTooShort', values: { minimum: 10 } },
  ])
})

test('a reader cannot write, whatever it is asked', async () => {
  const { core } = kept(await signedInCore())
  const reader = core.requireOpen().file.reader as never as Kysely<Schema>
  const write = reader.deleteFrom('auditEntries').execute()
  await expect(write).rejects.toThrow(Database.SqliteError)
})

test('each change leaves an audit row with who, when, what, before and after', async () => {
  const { api, core } = kept(await signedInCore())
  await api.program.changeSettings({ name: 'Bridge North', language: 'en' })
  const row = await core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'program.changeSettings')
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ accountName: testAccountName, subject: 'program' })
  expect(JSON.parse(row.before!)).toMatchObject({ name: 'Bridge to Health Careers' })
  expect(JSON.parse(row.after!)).toMatchObject({ name: 'Bridge North' })
})
