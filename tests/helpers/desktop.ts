import type { Page } from '@playwright/test'

/** A running desktop under test: the stand-in, or the real Electron. */
export interface Desktop {
  page: Page
  /** How the page's origin is spelled in its own window. */
  pageOrigin: string
  /** The process of the core that runs now. */
  corePid(): Promise<number>
  /** The process of the next core to start. */
  nextCore(): Promise<number>
  /** The message of the next dialog of the system. */
  nextDialog(): Promise<string>
  /** Which button, from 0, is pressed in the dialogs from now on. */
  answerDialogsWith(button: number): Promise<void>
  /** The labels of the menu as it is now. */
  menu(): Promise<string[]>
  /** Every address outside the app that was asked for. */
  requestsOutside(): Promise<string[]>
  /** Quits as a person does; the exit code. */
  quit(): Promise<number>
  dispose(): Promise<void>
}
