import { Menu, webContents, type MenuItemConstructorOptions } from 'electron'
import type { MenuAction, MenuEntry } from './decisions/menuItems.ts'

const actions: Readonly<Record<MenuAction, () => void>> = {
  print: () => webContents.getFocusedWebContents()?.print(),
}

function electronItem(entry: MenuEntry): MenuItemConstructorOptions {
  if ('submenu' in entry) return { label: entry.label, submenu: entry.submenu.map(electronItem) }
  if ('action' in entry) {
    return { label: entry.label, accelerator: entry.accelerator, click: actions[entry.action] }
  }
  return entry
}

/** Puts the menu in place of the one before. */
export function showMenu(entries: readonly MenuEntry[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(entries.map(electronItem)))
}
