/**
 * Stands in for the few parts of Electron that main uses, over real Chromium and plain child processes, so
 * that the built main, preload and core run unchanged where Electron's binary cannot be had. It proves the
 * wiring of the app: who starts whom, what is asked of whom, what comes back. It does not prove Electron:
 * its sandbox, its ports, its permission prompts, menus and dialogs are not here. `npm run test:desktop`
 * runs the same list in the real one.
 *
 * Each part is typed by `electron.d.ts`: when Electron changes what it takes or gives, this does not compile.
 */
import { EventEmitter } from 'node:events'
import type {
  Dialog,
  Menu as RealMenu,
  MenuItemConstructorOptions,
  MessageChannelMain as RealChannel,
  NativeTheme,
  PowerMonitor,
  SafeStorage,
  Screen,
} from 'electron'
import { StandInChannel } from './ports.ts'
import { tellTest, type ToDesktop } from './testWire.ts'

export { app } from './app.ts'
export { ipcMain } from './ipcMain.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utilityProcess.ts'
export { BrowserWindow } from './window.ts'

export const MessageChannelMain = StandInChannel as unknown as typeof RealChannel

export const nativeTheme = {
  themeSource: 'system',
  shouldUseDarkColors: false,
} satisfies Partial<NativeTheme>

export const screen = {
  getPrimaryDisplay: () =>
    ({ workAreaSize: { width: 1280, height: 800 } }) as ReturnType<Screen['getPrimaryDisplay']>,
} satisfies Partial<Screen>

export const webContents = { getFocusedWebContents: () => null } satisfies Partial<
  typeof Electron.WebContents
>

let shownMenu: RealMenu | null = null
export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({ items: template }) as unknown as RealMenu,
  setApplicationMenu(menu) {
    shownMenu = menu
    tellTest({ menu: (shownMenu?.items ?? []).map(({ label }) => label) })
  },
} satisfies Partial<typeof RealMenu>

const systemEvents = new EventEmitter()
export const powerMonitor = {
  on: systemEvents.on.bind(systemEvents) as PowerMonitor['on'],
} satisfies Partial<PowerMonitor>

/** Seals nothing: a mark shows that what main keeps went through here. */
const mark = 'sealed by the stand-in '
export const safeStorage = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(mark + text),
  async decryptStringAsync(sealed) {
    const text = sealed.toString()
    if (!text.startsWith(mark)) throw new Error('this was sealed elsewhere')
    return { result: text.slice(mark.length), shouldReEncrypt: false }
  },
} satisfies Partial<SafeStorage>

let answer = 0
process.on('message', (order: ToDesktop) => {
  if ('pressInDialogs' in order) answer = order.pressInDialogs
  if ('systemEvent' in order) systemEvents.emit(order.systemEvent)
})

export const dialog = {
  async showMessageBox(options: Electron.MessageBoxOptions | Electron.BaseWindow) {
    tellTest({ dialog: (options as Electron.MessageBoxOptions).message })
    return { response: answer, checkboxChecked: false }
  },
  showMessageBoxSync: () => answer,
  showErrorBox: (title, content) => tellTest({ dialog: `${title}: ${content}` }),
} satisfies Partial<Dialog>
