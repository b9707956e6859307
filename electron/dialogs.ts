import { dialog, type BrowserWindow } from 'electron'
import { desktopTexts } from './decisions/desktopTexts.ts'
import type { Language } from '../shared/values/vocabulary.ts'

/** After the core or the page fell too often: true to try again, false to quit. */
export async function askToTryAgain(language: Language): Promise<boolean> {
  const { message, detail, tryAgain, quit } = desktopTexts[language].fallen
  const buttons = [tryAgain, quit]
  const { response } = await dialog.showMessageBox({ type: 'error', message, detail, buttons, cancelId: 1 })
  return response === 0
}

/** Before a page with unsaved input goes away: true to leave. Staying is the default. */
export function askToLeave(language: Language, window: BrowserWindow): boolean {
  const { message, detail, leave, stay } = desktopTexts[language].unsaved
  const choices = { buttons: [leave, stay], defaultId: 1, cancelId: 1 }
  return dialog.showMessageBoxSync(window, { type: 'question', message, detail, ...choices }) === 0
}

/** Says why there is no window; waits until it was read. */
export function sayCannotStart(language: Language, error: unknown): void {
  const { title, detail } = desktopTexts[language].cannotStart
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(title, detail.replace('{reason}', reason))
}
