import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import type { Role } from '../../shared/values/vocabulary.ts'
import { keyringPath } from '../../db/opening/keyringPaths.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signInAs } from '../helpers/signInAs.ts'
import { signedInCore, testAccountName, testPassphrase } from '../helpers/testCore.ts'

const temporary = 'words for the first day'
const open: { dispose(): Promise<void> }[] = []
async function program() {
  const test = await signedInCore()
  open.push(test)
  const asAlma = () => test.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  const add = (name: string, roles: Role[]) =>
    test.api.accounts.create({ name, roles, language: 'en', passphrase: temporary })
  return { ...test, asAlma, add }
}
afterEach(async () => {
  for (const test of open.splice(0)) await test.dispose()
})

const actionsIn = async ({ core }: Awaited<ReturnType<typeof program>>) =>
  (
    await core.requireOpen().file.reader.selectFrom('auditEntries').select('action').orderBy('id').execute()
  ).map(({ action }) => action)

test('with a passphrase that somebody else gave, nothing can be called before it is changed', async () => {
  const test = await program()
  await test.add('Berta Cruz', ['administrator', 'coordinator'])
  const { account } = await test.api.session.signIn({ name: 'Berta Cruz', passphrase: temporary })
  expect(account?.mustChangePassphrase).toBe(true)
  const first = { kind: 'refused', code: 'session.changePassphraseFirst' }
  expect(await failureOf(test.api.learners.list({}))).toMatchObject(first)
  expect(await failureOf(test.api.accounts.list({}))).toMatchObject(first)
  expect(await failureOf(test.api.learners.create({ familyName: 'Sosa' }))).toMatchObject(first)

  const same = test.api.accounts.changePassphrase({ current: temporary, next: temporary })
  expect((await failureOf(same)).fields).toEqual([
    { path: 'next', code: 'session.samePassphrase', values: {} },
  ])
  await test.api.accounts.changePassphrase({ current: temporary, next: testPassphrase })
  expect((await test.api.session.state({})).account?.mustChangePassphrase).toBe(false)
  expect((await test.api.accounts.list({})).map((one) => one.mustChangePassphrase)).toEqual([false, false])
  await test.api.session.signOut({})
  const wrong = test.api.session.signIn({ name: 'Berta Cruz', passphrase: temporary })
  expect(await failureOf(wrong)).toMatchObject({ code: 'wrongPassphrase' })
})

test('an administrator gives another passphrase without knowing the one before, which opens nothing any more', async () => {
  const test = await program()
  await signInAs(test.api, 'Berta Cruz', ['coordinator'])
  await test.asAlma()
  const berta = (await test.api.accounts.list({})).find(({ name }) => name === 'Berta Cruz')!
  await test.api.accounts.resetPassphrase({ id: berta.id, passphrase: temporary })
  expect(await actionsIn(test)).toContain('accounts.resetPassphrase')
  const before = test.api.session.signIn({ name: 'Berta Cruz', passphrase: testPassphrase })
  expect(await failureOf(before)).toMatchObject({ code: 'wrongPassphrase' })
  const after = await test.api.session.signIn({ name: 'Berta Cruz', passphrase: temporary })
  expect(after.account).toMatchObject({ name: 'Berta Cruz', mustChangePassphrase: true })
})

test('a reset is refused for oneself and for who may not sign in', async () => {
  const test = await program()
  const berta = await test.add('Berta Cruz', ['coordinator'])
  await test.api.accounts.change({ id: berta.id, roles: berta.roles, active: false })
  const reset = (id: number) => failureOf(test.api.accounts.resetPassphrase({ id, passphrase: temporary }))
  expect(await reset(berta.id)).toMatchObject({ code: 'session.resetOfInactive' })
  expect(await reset(test.core.caller!.id)).toMatchObject({ code: 'session.resetOfOwnPassphrase' })
  expect(await reset(999)).toMatchObject({ kind: 'notFound' })
})

test('who may not sign in has no key in the key file, and gets it back without a passphrase', async () => {
  const test = await program()
  await signInAs(test.api, 'Berta Cruz', ['coordinator'])
  await test.asAlma()
  const berta = (await test.api.accounts.list({})).find(({ name }) => name === 'Berta Cruz')!
  const holder = () =>
    JSON.parse(readFileSync(keyringPath(test.core.settings.programFile), 'utf8')).accounts[1]

  await test.api.accounts.change({ id: berta.id, roles: berta.roles, active: false })
  expect(holder()).toMatchObject({ name: 'Berta Cruz', fileKey: null })
  expect((await test.api.session.state({})).accountNames).toEqual([testAccountName])
  const shut = test.api.session.signIn({ name: 'Berta Cruz', passphrase: testPassphrase })
  expect(await failureOf(shut)).toMatchObject({ code: 'wrongPassphrase' })

  await test.api.accounts.change({ id: berta.id, roles: berta.roles, active: true })
  expect(holder().fileKey).not.toBeNull()
  const again = await test.api.session.signIn({ name: 'Berta Cruz', passphrase: testPassphrase })
  expect(again.account).toMatchObject({ name: 'Berta Cruz', mustChangePassphrase: false })
})

test('the last administrator stays one, and nobody ends their own access', async () => {
  const test = await program()
  const { id, roles } = test.core.caller!
  const change = (input: { roles: Role[]; active: boolean }) =>
    failureOf(test.api.accounts.change({ id, ...input }))
  expect(await change({ roles: ['director'], active: true })).toMatchObject({ code: 'lastAdministrator' })
  await test.add('Berta Cruz', ['administrator'])
  expect(await change({ roles, active: false })).toMatchObject({ code: 'session.ownAccountStaysActive' })
  await test.api.accounts.change({ id, roles: ['director'], active: true })
  expect(await failureOf(test.api.accounts.list({}))).toMatchObject({ kind: 'notAllowed' })
})

test('wrong tries wait, are told to their owner, and stand in the record of changes', async () => {
  let now = Date.parse('2026-08-01T12:00:00Z')
  const test = await signedInCore({ clock: () => new Date(now) })
  open.push(test)
  await test.api.session.signOut({})
  const tryWith = (passphrase: string) => test.api.session.signIn({ name: testAccountName, passphrase })
  for (let n = 0; n < 3; n++)
    expect(await failureOf(tryWith('not this one'))).toMatchObject({ code: 'wrongPassphrase', values: {} })
  expect(await failureOf(tryWith('nor this one'))).toMatchObject({
    kind: 'refused',
    code: 'session.wrongAndWait',
    values: { minutes: 0, seconds: 1, allSeconds: 1 },
  })
  expect(await failureOf(tryWith(testPassphrase))).toMatchObject({
    code: 'session.wait',
    values: { allSeconds: 1 },
  })
  now += 1000
  expect((await tryWith(testPassphrase)).wrongTries).toBe(4)
  const row = await test.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'session.wrongTries')
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ subject: 'account', subjectId: test.core.caller!.id })
  expect(JSON.parse(row.after!)).toEqual({
    wrongTries: 4,
    lastAt: '2026-08-01T12:00:00.000Z',
    triedWith: 'passphrase',
  })
  expect((await tryWith(testPassphrase)).wrongTries).toBe(0)
})

test('wrong tries to change a passphrase at an open desk wait like those at a sign-in', async () => {
  const { api } = await program()
  const change = (current: string) =>
    failureOf(api.accounts.changePassphrase({ current, next: 'words of my own choice' }))
  for (let n = 0; n < 4; n++)
    expect((await change('a guess at it')).fields).toEqual([
      { path: 'current', code: 'passphraseWrong', values: {} },
    ])
  expect(await change(testPassphrase)).toMatchObject({ code: 'session.wait' })
})
