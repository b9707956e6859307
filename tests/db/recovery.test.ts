import { afterEach, expect, test } from 'vitest'
import type { MachineVault } from '../../db/opening/machineVault.ts'
import type { CoreSettings } from '../../db/core.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signInAs } from '../helpers/signInAs.ts'
import { testAccountName, testCore, testPassphrase } from '../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
async function program(settings: Partial<CoreSettings> = {}) {
  const test = testCore(settings)
  open.push(test)
  const { recoveryCode } = await test.api.program.setUp({
    programName: 'Bridge',
    language: 'en',
    accountName: testAccountName,
    passphrase: testPassphrase,
    startWith: 'empty',
  })
  const recover = (code: string, name = testAccountName) =>
    test.api.session.recover({ recoveryCode: code, name, passphrase: 'words after recovery' })
  return { ...test, recoveryCode, recover }
}
afterEach(async () => {
  for (const test of open.splice(0)) await test.dispose()
})

const another = (code: string) => (code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`)

test('the recovery code signs an administrator in with a new passphrase, and asks to be renewed', async () => {
  const { api, recoveryCode, recover } = await program()
  expect(await api.safety.notices({})).toContainEqual({
    code: 'recoveryCode',
    values: { standing: 'shown' },
    severity: 'warning',
    href: '/program/keys',
  })
  await api.keys.confirmRecoveryCode({})
  expect((await api.safety.notices({})).map(({ code }) => code)).not.toContain('recoveryCode')
  await api.session.signOut({})

  expect((await recover(recoveryCode.toLowerCase())).account).toMatchObject({ name: testAccountName })
  expect((await api.keys.state({})).recoveryCode).toMatchObject({ standing: 'used' })
  await api.session.signOut({})
  const old = api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  expect(await failureOf(old)).toMatchObject({ code: 'wrongPassphrase' })
  await api.session.signIn({ name: testAccountName, passphrase: 'words after recovery' })

  const renewed = await api.keys.renewRecoveryCode({ passphrase: 'words after recovery' })
  expect(renewed.recoveryCode).not.toBe(recoveryCode)
  await api.session.signOut({})
  expect(await failureOf(recover(recoveryCode))).toMatchObject({ code: 'session.recoveryCodeWrong' })
  expect((await recover(renewed.recoveryCode)).state).toBe('signedIn')
})

test('a slip in the code is named before anything is tried; other wrong codes wait', async () => {
  let now = Date.parse('2026-08-01T12:00:00Z')
  const { api, recover, recoveryCode } = await program({ clock: () => new Date(now) })
  const other = await program()
  await api.session.signOut({})
  expect((await failureOf(recover(another(recoveryCode)))).fields).toEqual([
    { path: 'recoveryCode', code: 'session.recoveryCodeSlip', values: {} },
  ])
  for (let n = 0; n < 3; n++)
    expect(await failureOf(recover(other.recoveryCode))).toMatchObject({ code: 'session.recoveryCodeWrong' })
  expect(await failureOf(recover(other.recoveryCode))).toMatchObject({ code: 'session.wrongAndWait' })
  expect(await failureOf(recover(recoveryCode))).toMatchObject({ code: 'session.wait' })
  now += 1000
  expect((await recover(recoveryCode)).state).toBe('signedIn')
})

test('the code is for administrators alone, and only with their passphrase is it made anew', async () => {
  const { api, recover, recoveryCode } = await program()
  await signInAs(api, 'Berta Cruz', ['coordinator'])
  expect(await failureOf(api.keys.renewRecoveryCode({ passphrase: testPassphrase }))).toMatchObject({
    kind: 'notAllowed',
  })
  await api.session.signOut({})
  expect((await failureOf(recover(recoveryCode, 'Berta Cruz'))).fields).toEqual([
    { path: 'name', code: 'session.notAdministrator', values: {} },
  ])
  // Refused, it changed nothing.
  await api.session.signIn({ name: 'Berta Cruz', passphrase: testPassphrase })
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  expect((await failureOf(api.keys.renewRecoveryCode({ passphrase: 'a guess at it' }))).fields).toEqual([
    { path: 'passphrase', code: 'passphraseWrong', values: {} },
  ])
})

/** A key store of a machine, in memory. */
function vault(state: Awaited<ReturnType<MachineVault['state']>>): MachineVault {
  let kept: Buffer | null = null
  let isResting = false
  return {
    state: async () => state,
    store: async (secret) => void (kept = Buffer.from(secret)),
    read: async () => (isResting ? null : kept && Buffer.from(kept)),
    forget: async () => void (kept = null),
    rest: async () => void (isResting = true),
    wake: async () => void (isResting = false),
    isAwake: async () => kept !== null && !isResting,
  }
}

test('this machine opens the program once after each start, and never after a lock', async () => {
  const machineVault = vault('available')
  const first = await program({ machineVault })
  await first.api.keys.rememberMachine({ passphrase: testPassphrase })
  expect((await first.api.session.state({})).machineAccount).toBeNull()
  await first.api.session.lock({ onlyIfIdle: false, drafts: null })
  expect(await failureOf(first.api.session.signInWithMachine({}))).toMatchObject({
    code: 'session.machineKeyGone',
  })
  await first.api.session.signOut({})

  // Starting the app anew does not get past the lock; the passphrase does.
  const { programFile } = first.core.settings
  const restarted = testCore({ machineVault, programFile })
  open.push(restarted)
  expect((await restarted.api.session.state({})).machineAccount).toBeNull()
  expect(await failureOf(restarted.api.session.signInWithMachine({}))).toMatchObject({
    code: 'session.machineKeyGone',
  })
  await restarted.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  await restarted.core.close()

  const again = testCore({ machineVault, programFile })
  open.push(again)
  expect((await again.api.session.state({})).machineAccount).toBe(testAccountName)
  expect((await again.api.session.signInWithMachine({})).account).toMatchObject({ name: testAccountName })
  await again.api.session.signOut({})
  expect(await failureOf(again.api.session.signInWithMachine({}))).toMatchObject({
    code: 'session.machineKeyGone',
  })

  const later = testCore({ machineVault, programFile })
  open.push(later)
  await later.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  await later.api.keys.forgetMachine({})
  await later.core.close()
  const last = testCore({ machineVault, programFile })
  open.push(last)
  expect((await last.api.session.state({})).machineAccount).toBeNull()
})

test('no key is kept where the system would keep it in the open, or another machine’s secret lies', async () => {
  for (const machineVault of [vault('plainText'), vault('none'), null]) {
    const { api } = await program({ machineVault })
    expect(await failureOf(api.keys.rememberMachine({ passphrase: testPassphrase }))).toMatchObject({
      code: 'session.noMachineVault',
    })
  }
  const machineVault = vault('available')
  const { api, core } = await program({ machineVault })
  await api.keys.rememberMachine({ passphrase: testPassphrase })
  await machineVault.store(Buffer.alloc(32))
  await api.session.signOut({})
  const again = testCore({ machineVault, programFile: core.settings.programFile })
  open.push(again)
  expect(await failureOf(again.api.session.signInWithMachine({}))).toMatchObject({
    code: 'session.machineKeyGone',
  })
})

test('who is given another passphrase, or may not sign in, loses this machine’s key', async () => {
  const { api } = await program({ machineVault: vault('available') })
  await signInAs(api, 'Berta Cruz', ['coordinator'])
  await api.keys.rememberMachine({ passphrase: testPassphrase })
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  expect((await api.keys.state({})).machineAccount).toBe('Berta Cruz')
  const berta = (await api.accounts.list({})).find(({ name }) => name === 'Berta Cruz')!
  await api.accounts.resetPassphrase({ id: berta.id, passphrase: 'words for the first day' })
  expect((await api.keys.state({})).machineAccount).toBeNull()
})
