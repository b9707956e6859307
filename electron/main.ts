import { app, nativeTheme, powerMonitor, session, type BrowserWindow } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePrivateFolder } from '../db/opening/privateFolder.ts'
import type { Language } from '../shared/values/vocabulary.ts'
import { channels } from './channels.ts'
import { appName, dataFolder, programFileName } from './dataFolder.ts'
import { machineLanguage } from './decisions/desktopTexts.ts'
import { menuItems } from './decisions/menuItems.ts'
import { builtPlaces, dataPlaces } from './decisions/places.ts'
import { startOptions } from './decisions/startOptions.ts'
import { askToLeave, askToTryAgain, sayCannotStart } from './dialogs.ts'
import { denyPermissions, guardEveryPage, keepOnThisMachine } from './guards.ts'
import { keepCore, type KeptCore } from './keptCore.ts'
import { answerFromVault } from './machineVault.ts'
import { showMenu } from './menu.ts'
import { hearPageWishes } from './pageWishes.ts'
import { nameAppScheme, servePage } from './protocol.ts'
import { selfCheck } from './selfCheck.ts'
import { openWindow } from './window.ts'

const options = startOptions(process.argv)
const { isDemo, isSelfCheck } = options
const isThrowAway = isDemo || isSelfCheck
const folder = isThrowAway
  ? mkdtempSync(join(tmpdir(), 'stepping-stones-'))
  : (options.dataFolder ?? dataFolder(process.platform, process.env, homedir()))
const built = builtPlaces(import.meta.dirname)
const data = dataPlaces(folder, programFileName)

let language: Language = 'en'
let window: BrowserWindow | undefined
let core: KeptCore | undefined

/** Electron wants these before it is ready. */
function prepare(): void {
  app.setName(appName)
  // Electron takes no folder that is not there.
  makePrivateFolder(data.window)
  app.setPath('userData', data.window)
  app.enableSandbox()
  nameAppScheme()
  guardEveryPage()
}

/** The page hands over what was typed; the core locks also when the page does not answer. */
function lockProgram(): void {
  if (window && !window.isDestroyed()) window.webContents.mainFrame.postMessage(channels.lock, null)
  core?.lock()
}

/** Whoever leaves the machine leaves the program. */
function lockWithTheSystem(): void {
  powerMonitor.on('lock-screen', lockProgram)
  powerMonitor.on('suspend', lockProgram)
}

function setLanguage(wished: Language): void {
  language = wished
  const { isPackaged } = app
  showMenu(menuItems({ language, platform: process.platform, isPackaged, mayLock: !isDemo }), lockProgram)
}

function startCore(): KeptCore {
  return keepCore({
    entry: built.core,
    start: () => ({
      // A demo has a passphrase that nobody knows, so a core that comes back begins it anew.
      programFile: isDemo ? join(mkdtempSync(join(folder, 'demo-')), programFileName) : data.programFile,
      appVersion: app.getVersion(),
      demo: isDemo ? language : null,
      offThreadEntry: built.offThread,
      logFile: data.log,
    }),
    askVault: answerFromVault(data.machineKey),
    askToTryAgain: () => askToTryAgain(language),
    giveUp: () => app.quit(),
  })
}

/** The window's session lives in memory alone: nothing a page shows is left on the disk. */
function openPage(): { loaded: Promise<void> } {
  const inMemory = session.fromPartition('stepping-stones')
  denyPermissions(inMemory)
  keepOnThisMachine(inMemory)
  servePage(inMemory, built.page)
  const opened = openWindow({
    session: inMemory,
    preload: built.preload,
    isPackaged: app.isPackaged,
    isShown: !isSelfCheck,
    askToLeave: (asking) => askToLeave(language, asking),
    askToTryAgain: () => askToTryAgain(language),
  })
  window = opened.window
  return opened
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

let ending: Promise<void> | undefined

/** The program file is closed before the process ends. */
async function end(exitCode: number): Promise<void> {
  await core?.end()
  if (isThrowAway) rmSync(folder, { recursive: true, force: true })
  app.exit(exitCode)
}

async function start(): Promise<void> {
  await app.whenReady()
  setLanguage(machineLanguage(app.getPreferredSystemLanguages()))
  core = startCore()
  lockWithTheSystem()
  const connected = Promise.withResolvers<void>()
  hearPageWishes({
    connect(page) {
      core?.introduce(page)
      connected.resolve()
    },
    look(look) {
      nativeTheme.themeSource = look.theme
      if (look.language !== language) setLanguage(look.language)
    },
  })
  const { loaded } = openPage()
  if (!isSelfCheck) return loaded
  const checks = { core, appVersion: app.getVersion(), pageLoaded: loaded, pageConnected: connected.promise }
  await end(await selfCheck(checks))
}

function run(): void {
  prepare()
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  app.on('second-instance', showWindow)
  // On every system: a program that stays open without a window would be readable by whoever comes next.
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    ending ??= end(0)
  })
  start().catch(giveUp)
}

function giveUp(error: unknown): void {
  sayCannotStart(language, error)
  ending ??= end(1)
}

try {
  run()
} catch (error) {
  giveUp(error)
}
