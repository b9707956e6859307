import { setTimeout } from 'node:timers/promises'
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import { afterFall } from './decisions/afterFall.ts'
import { pageAddress } from './decisions/ownAddress.ts'
import { firstWindowSize, smallestWindowSize } from './decisions/windowSize.ts'

interface WindowSettings {
  session: Session
  /** Built preload. */
  preload: string
  /** A packaged app has no tools for developers. */
  isPackaged: boolean
  /** The self-check works unseen. */
  isShown: boolean
  askToLeave: (window: BrowserWindow) => boolean
  askToTryAgain: () => Promise<boolean>
}

/** Loads the page again whenever its process ends by itself; the core and its records are not touched. */
function keepPage(window: BrowserWindow, askToTryAgain: () => Promise<boolean>): void {
  let falls: number[] = []
  async function rise(): Promise<void> {
    const now = performance.now()
    const next = afterFall(now, falls)
    falls.push(now)
    if (next.do === 'restart') await setTimeout(next.afterMs)
    else if (await askToTryAgain()) falls = []
    else window.destroy()
    if (!window.isDestroyed()) window.webContents.reload()
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void rise()
  })
}

/** Opens the one window of the app, hidden until its page is painted. `loaded` fails when the page does. */
export function openWindow(settings: WindowSettings): { window: BrowserWindow; loaded: Promise<void> } {
  const room = screen.getPrimaryDisplay().workAreaSize
  const smallest = smallestWindowSize(room)
  const window = new BrowserWindow({
    ...firstWindowSize(room),
    minWidth: smallest.width,
    minHeight: smallest.height,
    name: 'main',
    windowStatePersistence: true,
    title: 'Stepping Stones',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15171c' : '#ffffff',
    webPreferences: {
      session: settings.session,
      preload: settings.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: !settings.isPackaged,
    },
  })
  if (settings.isShown) window.once('ready-to-show', () => window.show())
  // A title is seen on every screen of the office and in the system's lists: it names nobody.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('will-prevent-unload', (event) => {
    if (settings.askToLeave(window)) event.preventDefault()
  })
  keepPage(window, settings.askToTryAgain)
  return { window, loaded: window.loadURL(pageAddress) }
}
