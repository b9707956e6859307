import { ipcMain, type IpcMainEvent, type WebContents } from 'electron'
import * as z from 'zod'
import { themes } from '../shared/contract/session.ts'
import { languages } from '../shared/values/vocabulary.ts'
import type { WindowLook } from '../shared/contract/desktopBridge.ts'
import { channels } from './channels.ts'
import { mayHavePort } from './decisions/frameAnswers.ts'

const windowLook = z.object({ language: z.enum(languages), theme: z.enum(themes) })

interface Wishes {
  connect: (page: WebContents) => void
  look: (look: WindowLook) => void
}

function isThePage({ senderFrame }: IpcMainEvent): boolean {
  return mayHavePort(senderFrame && { address: senderFrame.url, isMainFrame: senderFrame.parent === null })
}

/** Grants the two wishes that a page may have of main, and only to the page itself; others get no answer. */
export function hearPageWishes({ connect, look }: Wishes): void {
  ipcMain.on(channels.connect, (event) => {
    if (isThePage(event)) connect(event.sender)
  })
  ipcMain.on(channels.look, (event, wished: unknown) => {
    const wish = windowLook.safeParse(wished)
    if (isThePage(event) && wish.success) look(wish.data)
  })
}
