import type { Page } from '@playwright/test'

/** A running desktop under test: over the stand-in, or in the real Electron. */
export interface Desktop {
  page: Page
  /** How the page's origin is spelled in its own window. */
  pageOrigin: string
  /** The folder that holds the program file. */
  dataFolder: string
  /** What lies in the temporary folder of this desktop. */
  leftovers(): string[]
  /** The process of the core that runs now. */
  corePid(): Promise<number>
  /** The process of the next core to start. */
  nextCore(): Promise<number>
  /** The next address to which main does not let a frame go. */
  nextRefusal(): Promise<string>
  /** Lets the page ask for a window of its own. */
  openWindow(address: string): Promise<'opened' | 'refused'>
  /** The message of the next dialog of the system, whose button `pressed` (from 0) is pressed. */
  nextDialog(pressed: number): Promise<string>
  /** The labels of the menu as it is now. */
  menu(): Promise<string[]>
  /** The system locks its screen, or goes to sleep. */
  systemEvent(name: 'lock-screen' | 'suspend'): Promise<void>
  /** Quits as a person does; the exit code. */
  quit(): Promise<number>
  /** Ends whatever still runs and removes the data folder. */
  dispose(): Promise<void>
}
