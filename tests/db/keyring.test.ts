import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { newKeyHolder, sealFor } from '../../db/opening/keyHolders.ts'
import { openKeyring, readKeyring, type Keyring } from '../../db/opening/keyring.ts'
import { keyringPath, nextKeyringPath } from '../../db/opening/keyringPaths.ts'
import { newKey } from '../../db/opening/keys.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signInAs } from '../helpers/signInAs.ts'
import {
  signedInCore,
  testAccountName,
  testCore,
  testPassphrase,
  testScryptCost,
} from '../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
async function program() {
  const test = await signedInCore()
  open.push(test)
  const { programFile } = test.core.settings
  const path = keyringPath(programFile)
  return {
    ...test,
    programFile,
    path,
    signIn: (passphrase = testPassphrase) => test.api.session.signIn({ name: testAccountName, passphrase }),
    edit: (change: (keyring: Keyring) => Keyring) =>
      writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8'))))),
  }
}
afterEach(async () => {
  for (const test of open.splice(0)) await test.dispose()
})

const foreign = { kind: 'broken', code: 'session.keyringForeign' }

test('a public key planted without the file’s key is found at the next sign-in, and nothing is opened', async () => {
  const test = await program()
  await test.api.session.signOut({})
  // Somebody who can write the folder, but holds no key, waits for an administrator to seal for them.
  const stranger = { ...(await newKeyHolder(newKey(), 'the stranger knows', testScryptCost)), fileKey: null }
  test.edit((keyring) => ({
    ...keyring,
    accounts: [...keyring.accounts, { ...stranger, name: 'Stranger', mustChangePassphrase: false }],
  }))
  expect(await failureOf(test.signIn())).toMatchObject(foreign)
  expect((await test.api.session.state({})).state).toBe('signedOut')
})

test('an edit of any part of the key file is found, whoever signs in', async () => {
  const test = await program()
  await test.api.session.signOut({})
  const whole = readFileSync(test.path, 'utf8')
  const edits: ((keyring: Keyring) => Keyring)[] = [
    (keyring) => ({ ...keyring, programName: 'Another program' }),
    (keyring) => ({ ...keyring, revision: 7 }),
    (keyring) => ({ ...keyring, recovery: null }),
    (keyring) => ({ ...keyring, accounts: keyring.accounts.map((one) => ({ ...one, name: 'ALMA RIVERA' })) }),
    (keyring) => ({
      ...keyring,
      accounts: keyring.accounts.map((one) => ({ ...one, mustChangePassphrase: true })),
    }),
    (keyring) => ({ ...keyring, seal: Buffer.alloc(32).toString('base64') }),
    (keyring) => ({ ...keyring, seal: '' }),
  ]
  for (const edit of edits) {
    writeFileSync(test.path, whole)
    test.edit(edit)
    expect(await failureOf(test.signIn()), String(edit)).toMatchObject(foreign)
  }
  writeFileSync(test.path, whole)
  test.core.signInTries.forget(`account:${testAccountName}`)
  expect((await test.signIn()).state).toBe('signedIn')
})

test('nothing is sealed for anybody while the key file is not the program’s own', async () => {
  const test = await program()
  const before = test.core.settings.programFile
  test.edit((keyring) => ({ ...keyring, language: 'es' }))
  const edited = readFileSync(test.path, 'utf8')
  const create = test.api.accounts.create({
    name: 'Berta Cruz',
    roles: ['viewer'],
    language: 'en',
    passphrase: 'words for the first day',
  })
  expect(await failureOf(create)).toMatchObject(foreign)
  expect(readFileSync(keyringPath(before), 'utf8')).toBe(edited)
  expect(existsSync(nextKeyringPath(before))).toBe(false)
  expect((await test.api.accounts.list({})).length).toBe(1)
})

test('a change that the program file did not keep leaves the keyring as it was', async () => {
  const test = await program()
  const before = readFileSync(test.path, 'utf8')
  const { file } = test.core.requireOpen()
  await file.writer.schema.dropTable('auditEntries').execute()
  const change = test.api.accounts.changePassphrase({ current: testPassphrase, next: 'words never kept' })
  expect(await failureOf(change)).toMatchObject({ kind: 'broken' })
  expect(readFileSync(test.path, 'utf8')).toBe(before)
  expect(existsSync(nextKeyringPath(test.programFile))).toBe(false)
  expect(
    await openKeyring(readKeyring(test.programFile)!, { name: testAccountName, passphrase: testPassphrase }),
  ).not.toBeNull()
})

test('a change kept by the program file, whose keyring a fall left aside, is finished by either passphrase', async () => {
  for (const passphrase of [testPassphrase, 'words of my own choice']) {
    const test = await program()
    const before = readFileSync(test.path, 'utf8')
    await test.api.accounts.changePassphrase({ current: testPassphrase, next: 'words of my own choice' })
    await test.api.session.signOut({})
    // As if the process had ended between the commit and the renaming.
    renameSync(test.path, nextKeyringPath(test.programFile))
    writeFileSync(test.path, before)
    expect((await test.signIn(passphrase)).state).toBe('signedIn')
    expect(existsSync(nextKeyringPath(test.programFile))).toBe(false)
    await test.api.session.signOut({})
    expect(await failureOf(test.signIn(testPassphrase))).toMatchObject({ code: 'wrongPassphrase' })
    expect((await test.signIn('words of my own choice')).state).toBe('signedIn')
  }
})

test('a change that a fall left prepared, but the program file did not keep, is dropped', async () => {
  const test = await program()
  const before = readFileSync(test.path, 'utf8')
  const { api, programFile } = test
  await api.session.signOut({})
  copyFileSync(programFile, `${programFile}.kept`)
  await test.signIn()
  await api.accounts.changePassphrase({ current: testPassphrase, next: 'words of my own choice' })
  await api.session.signOut({})
  renameSync(test.path, nextKeyringPath(programFile))
  writeFileSync(test.path, before)
  renameSync(`${programFile}.kept`, programFile)
  expect((await test.signIn()).state).toBe('signedIn')
  expect(existsSync(nextKeyringPath(programFile))).toBe(false)
  await api.session.signOut({})
  expect(await failureOf(test.signIn('words of my own choice'))).toMatchObject({ code: 'wrongPassphrase' })
})

test('an older key file that somebody put back is brought in step with the accounts, and noted', async () => {
  const test = await program()
  await signInAs(test.api, 'Berta Cruz', ['coordinator'])
  await test.signIn()
  const older = readFileSync(test.path, 'utf8')
  const berta = (await test.api.accounts.list({})).find(({ name }) => name === 'Berta Cruz')!
  await test.api.accounts.change({ id: berta.id, roles: berta.roles, active: false })
  await test.api.session.signOut({})
  writeFileSync(test.path, older)
  const shut = test.api.session.signIn({ name: 'Berta Cruz', passphrase: testPassphrase })
  expect(await failureOf(shut)).toMatchObject({ code: 'wrongPassphrase' })
  expect((await test.signIn()).accountNames).toEqual([testAccountName])
  const noted = await test.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .select('id')
    .where('action', '=', 'session.olderKeyring')
    .execute()
  expect(noted).toHaveLength(1)
})

test('the key file names accounts and holds sealed keys; no passphrase, no recovery code, no file key', async () => {
  const test = testCore()
  open.push(test)
  const { recoveryCode } = await test.api.program.setUp({
    programName: 'Bridge',
    language: 'en',
    accountName: testAccountName,
    passphrase: testPassphrase,
    startWith: 'empty',
  })
  const text = readFileSync(keyringPath(test.core.settings.programFile), 'utf8')
  const { key } = test.core.requireOpen()
  for (const secret of [
    testPassphrase,
    recoveryCode,
    recoveryCode.replaceAll('-', ''),
    key.toString('hex'),
    key.toString('base64'),
  ])
    expect(text).not.toContain(secret)
})

test('sealing again for a holder is never the same twice', async () => {
  const holder = await newKeyHolder(newKey(), testPassphrase, testScryptCost)
  const key = newKey()
  expect(sealFor(holder, key)).not.toEqual(sealFor(holder, key))
})
