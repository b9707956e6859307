import { _electron, type ElectronApplication } from '@playwright/test'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from '../../build/start/electronBinary.ts'
import { pageAddress } from '../../electron/decisions/ownAddress.ts'
import type { Desktop } from '../helpers/desktop.ts'
import { temporaryFolder } from '../helpers/testCore.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The process of the running core, 0 while there is none. */
const corePidIn = (electron: ElectronApplication) =>
  electron.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Stepping Stones core')?.pid ?? 0,
  )

async function nextCoreIn(electron: ElectronApplication): Promise<number> {
  const before = await corePidIn(electron)
  for (;;) {
    const now = await corePidIn(electron)
    if (now !== 0 && now !== before) return now
  }
}

/** The desktop of the built main at `mainFile` in the real Electron, when its page has loaded. */
export async function startRealDesktop(mainFile: string, more: readonly string[] = []): Promise<Desktop> {
  const executablePath = findElectron(project)
  if (!executablePath) throw new Error('the binary of Electron is not on this machine')
  const folder = temporaryFolder()
  const dataFolder = join(folder.path, 'data')
  // Chromium's sandbox refuses to run as root, which is who tests in a container.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [mainFile, `--data-folder=${dataFolder}`, ...more, ...asRoot]
  const temporary = join(folder.path, 'temporary')
  mkdirSync(temporary)
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary }
  const electron = await _electron.launch({ executablePath, args, env })
  const main = electron.process()
  const ended = once(main, 'exit').then(([code]) => Number(code))
  const page = await electron.firstWindow()
  await page.waitForURL(`${pageAddress}**`)
  return {
    page,
    pageOrigin: new URL(pageAddress).protocol + '//' + new URL(pageAddress).host,
    dataFolder,
    leftovers: () => readdirSync(temporary).filter((name) => name.startsWith('stepping-stones-')),
    corePid: () => corePidIn(electron),
    nextCore: () => nextCoreIn(electron),
    nextRefusal: () =>
      electron.evaluate(
        ({ webContents }) =>
          new Promise<string>((resolve) => {
            const [contents] = webContents.getAllWebContents()
            contents?.on('will-frame-navigate', (event) => {
              if (event.defaultPrevented) resolve(event.url)
            })
          }),
      ),
    openWindow: (address) =>
      page.evaluate((wished) => (window.open(wished) === null ? 'refused' : 'opened'), address),
    nextDialog: (pressed) =>
      electron.evaluate(
        ({ dialog }, response) =>
          new Promise<string>((resolve) => {
            dialog.showMessageBox = async (...options: unknown[]) => {
              resolve((options.at(-1) as Electron.MessageBoxOptions).message)
              return { response, checkboxChecked: false }
            }
          }),
        pressed,
      ),
    menu: () =>
      electron.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label)),
    systemEvent: (name) =>
      electron.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event as never), name),
    async quit() {
      // The answer to this call may be lost: the process ends.
      await electron.evaluate(({ app }) => app.quit()).catch(() => {})
      return ended
    },
    async dispose() {
      if (main.exitCode === null) await electron.close()
      folder.dispose()
    },
  }
}
