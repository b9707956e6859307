import { Menu, webContents, type MenuItemConstructorOptions } from 'electron'
import type { MenuAction, MenuEntry } from './decisions/menuItems.ts'

type Actions = Readonly<Record<MenuAction, () => void>>

function electronItem(entry: MenuEntry, actions: Actions): MenuItemConstructorOptions {
  if ('submenu' in entry)
    return { label: entry.label, submenu: entry.submenu.map((item) => electronItem(item, actions)) }
  if ('action' in entry) {
    return { label: entry.label, accelerator: entry.accelerator, click: actions[entry.action] }
  }
  return entry
}

/** Puts the menu in place of the one before. */
export function showMenu(entries: readonly MenuEntry[], lock: () => void): void {
  const actions: Actions = { lock, print: () => webContents.getFocusedWebContents()?.print() }
  Menu.setApplicationMenu(Menu.buildFromTemplate(entries.map((entry) => electronItem(entry, actions))))
}
