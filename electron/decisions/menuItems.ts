import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/values/vocabulary.ts'
import { desktopTexts } from './desktopTexts.ts'

/** What the menu does itself; all else is a role that Electron and the system know. */
export type MenuAction = 'print' | 'lock'

/** One entry of the menu: a submenu, a role, an action of ours, or a line between. */
export type MenuEntry =
  | { label: string; submenu: MenuEntry[] }
  | { label: string; role: NonNullable<MenuItemConstructorOptions['role']> }
  | { label: string; action: MenuAction; accelerator: string }
  | { type: 'separator' }

interface MenuFor {
  language: Language
  platform: NodeJS.Platform
  /** A packaged app has no tools for developers. */
  isPackaged: boolean
  /** A throw-away program cannot be locked. */
  mayLock: boolean
}

const line: MenuEntry = { type: 'separator' }

/**
 * The menu of the window, in the language of the page. It holds what belongs to a window (print, edit,
 * zoom); where to go and what to do in the program is on the page and in its command palette.
 */
export function menuItems({ language, platform, isPackaged, mayLock }: MenuFor): MenuEntry[] {
  const say = desktopTexts[language].menu
  const isMac = platform === 'darwin'
  const quit: MenuEntry = { label: say.quit, role: 'quit' }
  const about: MenuEntry = { label: say.about, role: 'about' }
  const print: MenuEntry = { label: say.print, action: 'print', accelerator: 'CmdOrCtrl+P' }
  const lock: MenuEntry[] = mayLock
    ? [{ label: say.lock, action: 'lock', accelerator: 'CmdOrCtrl+Shift+L' }]
    : []
  const forDevelopers: MenuEntry[] = isPackaged
    ? []
    : [line, { label: say.reload, role: 'reload' }, { label: say.developerTools, role: 'toggleDevTools' }]

  const app: MenuEntry = {
    label: 'Stepping Stones',
    submenu: [
      about,
      line,
      { label: say.hide, role: 'hide' },
      { label: say.hideOthers, role: 'hideOthers' },
      { label: say.showAll, role: 'unhide' },
      line,
      quit,
    ],
  }
  const file: MenuEntry = {
    label: say.file,
    submenu: isMac ? [print, ...lock] : [print, ...lock, line, quit],
  }
  const edit: MenuEntry = {
    label: say.edit,
    submenu: [
      { label: say.undo, role: 'undo' },
      { label: say.redo, role: 'redo' },
      line,
      { label: say.cut, role: 'cut' },
      { label: say.copy, role: 'copy' },
      { label: say.paste, role: 'paste' },
      { label: say.selectAll, role: 'selectAll' },
    ],
  }
  const view: MenuEntry = {
    label: say.view,
    submenu: [
      { label: say.actualSize, role: 'resetZoom' },
      { label: say.zoomIn, role: 'zoomIn' },
      { label: say.zoomOut, role: 'zoomOut' },
      line,
      { label: say.fullScreen, role: 'togglefullscreen' },
      ...forDevelopers,
    ],
  }
  const window: MenuEntry = {
    label: say.window,
    submenu: [
      { label: say.minimize, role: 'minimize' },
      { label: say.zoom, role: 'zoom' },
    ],
  }
  const help: MenuEntry = { label: say.help, submenu: [about] }
  return isMac ? [app, file, edit, view, window] : [file, edit, view, help]
}
