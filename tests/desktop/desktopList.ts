import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktopTexts } from '../../electron/decisions/desktopTexts.ts'
import { contentSecurityPolicy } from '../../electron/page/contentSecurityPolicy.ts'
import { lockWished } from '../../shared/contract/desktopBridge.ts'
import type { Desktop } from '../helpers/desktop.ts'
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'

const outside = 'https://stepping-stones.example/'

/** True while a process of this number runs. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * What the desktop must do, whatever stands under it: the stand-in on every machine, the real Electron where
 * its binary can be had. `start` opens the built desktop beside the page that only calls.
 */
export function testDesktopWiring(start: (args?: readonly string[]) => Promise<Desktop>): void {
  let desktop: Desktop
  beforeAll(async () => {
    desktop = await start()
  })
  afterAll(() => desktop?.dispose())

  const account = { name: testAccountName, passphrase: testPassphrase }
  const signIn = () => desktop.page.evaluate((who) => window.wiring.client.session.signIn(who), account)

  test('the page loads from its own origin under its policy', async () => {
    const { page } = desktop
    const seen = await page.evaluate(async () => ({
      origin: location.origin,
      policy: (await fetch(location.href)).headers.get('content-security-policy'),
    }))
    expect(seen).toEqual({ origin: desktop.pageOrigin, policy: contentSecurityPolicy })
    const blocked = await page.evaluate(() => {
      const breach = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)),
      )
      const image = document.createElement('img')
      image.src = 'https://stepping-stones.example/leak.png'
      return breach
    })
    expect(blocked).toBe('img-src')
  })

  test('the preload gives the page two calls, and nothing of Node or Electron', async () => {
    const given = await desktop.page.evaluate(() => ({
      bridge: Object.keys(window.steppingStones ?? {}),
      others: ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in window),
    }))
    expect(given).toEqual({ bridge: ['connect', 'showIn'], others: [] })
  })

  test('a call goes to the core and back', async () => {
    const state = await desktop.page.evaluate(
      (passphrase) =>
        window.wiring.client.program.setUp({
          programName: 'Bridge to Health Careers',
          language: 'en',
          accountName: 'Alma Rivera',
          passphrase,
          startWith: 'sampleData',
        }),
      testPassphrase,
    )
    expect(state).toMatchObject({ state: 'signedIn', host: 'desktop', isDemo: false })
    expect(existsSync(join(desktop.dataFolder, 'program.stones'))).toBe(true)
  })

  test('a refusal arrives as the typed failure', async () => {
    const refusal = await desktop.page.evaluate(() =>
      window.wiring.client.accounts
        .changePassphrase({ current: 'not the one', next: 'seven other stones' })
        .then(
          () => null,
          (error: { data: unknown }) => error.data,
        ),
    )
    expect(refusal).toMatchObject({
      kind: 'invalidInput',
      fields: [{ path: 'current', code: 'passphraseWrong' }],
    })
  })

  test('progress streams in, and the file that the worker thread wrote comes out', async () => {
    const exported = await desktop.page.evaluate(async () => {
      const { client } = window.wiring
      const kinds: string[] = []
      for await (const event of await client.learners.export({ language: 'en' })) {
        kinds.push(event.type)
        if (event.type !== 'result') continue
        const file = await client.files.take({ fileId: event.result.fileId })
        const start = new Uint8Array(await file.slice(0, 2).arrayBuffer())
        return { kinds, size: file.size, promised: event.result.size, start: String.fromCharCode(...start) }
      }
      return null
    })
    expect(exported?.kinds).toContain('progress')
    expect(exported?.kinds.at(-1)).toBe('result')
    expect(exported?.size).toBe(exported?.promised)
    expect(exported?.start).toBe('PK')
  })

  test('no permission is granted', async () => {
    const states = await desktop.page.evaluate(async () => {
      const names = ['geolocation', 'notifications'] as const
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(['denied', 'denied'])
  })

  test('a navigation away is refused and the page stays as it was', async () => {
    const refused = desktop.nextRefusal()
    await desktop.page.evaluate((address) => void setTimeout(() => location.assign(address)), outside)
    expect(await refused).toBe(outside)
    const { state } = await desktop.page.evaluate(() => window.wiring.client.session.state({}))
    expect(state).toBe('signedIn')
  })

  test('no other window opens', async () => {
    expect(await desktop.openWindow(outside)).toBe('refused')
    expect(await desktop.openWindow('about:blank')).toBe('refused')
  })

  test('the menu follows the language of the page', async () => {
    expect(await desktop.menu()).toContain(desktopTexts.en.menu.edit)
    await desktop.page.evaluate(() => window.steppingStones?.showIn({ language: 'es', theme: 'dark' }))
    await expect.poll(() => desktop.menu(), { timeout: 30_000 }).toContain(desktopTexts.es.menu.edit)
  })

  test('a reloaded page is connected again and still signed in', async () => {
    await desktop.page.reload()
    const { state } = await desktop.page.evaluate(() => window.wiring.client.session.state({}))
    expect(state).toBe('signedIn')
  })

  test('the program locks with the system, and tells the page', async () => {
    const { page } = desktop
    await page.evaluate(() => {
      window.wiring.underWay = new Promise((resolve) =>
        addEventListener('message', ({ data }) => typeof data === 'string' && resolve(data)),
      )
    })
    await desktop.systemEvent('lock-screen')
    expect(await page.evaluate(() => window.wiring.underWay)).toBe(lockWished)
    const stateNow = () => page.evaluate(async () => (await window.wiring.client.session.state({})).state)
    await expect.poll(stateNow, { timeout: 30_000 }).toBe('locked')
    expect(await signIn()).toMatchObject({ state: 'signedIn' })
  })

  test('the key store of the system keeps the machine’s key, where it seals', async () => {
    const asked = await desktop.page.evaluate(async (passphrase) => {
      const { keys } = window.wiring.client
      const { machineVault } = await keys.state({})
      const remembered = await keys.rememberMachine({ passphrase }).then(
        () => true,
        () => false,
      )
      return { machineVault, remembered, machineAccount: (await keys.state({})).machineAccount }
    }, testPassphrase)
    const seals = asked.machineVault === 'available'
    expect(asked).toMatchObject({ remembered: seals, machineAccount: seals ? testAccountName : null })
    expect(existsSync(join(desktop.dataFolder, 'machine.key'))).toBe(seals)
  })

  test('a killed core fails what was under way, comes back, and asks for a sign-in', async () => {
    const pid = await desktop.corePid()
    const back = desktop.nextCore()
    // Checking a passphrase takes the core a third of a second: long enough to be under way.
    await desktop.page.evaluate((who) => {
      window.wiring.underWay = window.wiring.client.session.signIn(who).then(
        () => 'answered',
        () => 'failed',
      )
    }, account)
    await desktop.page.evaluate(() => document.title)
    process.kill(pid, 'SIGKILL')
    expect(await back).not.toBe(pid)
    expect(await desktop.page.evaluate(() => window.wiring.underWay)).toBe('failed')
    await desktop.page.waitForFunction(() => window.wiring.returns === 1)
    const { state } = await desktop.page.evaluate(() => window.wiring.client.session.state({}))
    expect(state).toBe('signedOut')
    expect(await signIn()).toMatchObject({ state: 'signedIn', programName: 'Bridge to Health Careers' })
  })

  test('a core that falls again and again is started later each time, and then the person is asked', async () => {
    for (const earlierFalls of [1, 2, 3]) {
      process.kill(await desktop.corePid(), 'SIGKILL')
      await desktop.page.waitForFunction((count) => window.wiring.returns === count, earlierFalls + 1)
    }
    const asked = desktop.nextDialog(0)
    process.kill(await desktop.corePid(), 'SIGKILL')
    expect(await asked).toBe(desktopTexts.es.fallen.message)
    await desktop.page.waitForFunction(() => window.wiring.returns === 5)
    expect(await signIn()).toMatchObject({ state: 'signedIn' })
  })

  test('quitting closes the program file and leaves no process', async () => {
    const pid = await desktop.corePid()
    expect(await desktop.quit()).toBe(0)
    expect(isRunning(pid)).toBe(false)
    expect(existsSync(join(desktop.dataFolder, 'program.stones-wal'))).toBe(false)
  })

  test('the machine’s key opens the program once after a start, and never after a lock', async () => {
    const isKept = existsSync(join(desktop.dataFolder, 'machine.key'))
    const next = await start([`--data-folder=${desktop.dataFolder}`])
    try {
      const enter = () =>
        next.page.evaluate(() =>
          window.wiring.client.session.signInWithMachine({}).then(
            ({ state }) => state,
            (refusal: { data: { code: string } }) => refusal.data.code,
          ),
        )
      expect(await enter()).toBe(isKept ? 'signedIn' : 'session.machineKeyGone')
      await next.systemEvent('suspend')
      const stateNow = () =>
        next.page.evaluate(async () => (await window.wiring.client.session.state({})).state)
      await expect.poll(stateNow, { timeout: 30_000 }).toBe(isKept ? 'locked' : 'signedOut')
      expect(await enter()).toBe('session.machineKeyGone')
      // The window is told at once that it is locked; the key is put away when the file is closed.
      await expect
        .poll(() => existsSync(join(desktop.dataFolder, 'machine.key')), { timeout: 30_000 })
        .toBe(false)
    } finally {
      await next.dispose()
    }
  })
}
