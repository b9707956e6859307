import type { Page } from '@playwright/test'
import type { BrowserWindow as Real, BrowserWindowConstructorOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { windowClosed, windowOpened, Preventable } from './app.ts'
import { StandInContents } from './contents.ts'
import type { StandInSession } from './session.ts'

type Used = 'loadURL' | 'show' | 'focus' | 'isMinimized' | 'restore' | 'isDestroyed' | 'destroy'

/** A window is a tab of the test's Chromium. */
export class BrowserWindow extends EventEmitter implements Pick<Real, Used> {
  readonly webContents: StandInContents
  #isDestroyed = false

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { sandbox, contextIsolation, nodeIntegration, preload, session } = options.webPreferences ?? {}
    if (!sandbox || !contextIsolation || nodeIntegration !== false || !preload || !session) {
      throw new Error('only a sandboxed, isolated window with a session and a preload can be stood in for')
    }
    this.webContents = new StandInContents(session as unknown as StandInSession, preload)
    this.webContents.whenOpen.then(
      (page) => page.once('close', () => this.#closed()),
      () => {},
    )
    this.webContents.on('title', (title: string) =>
      this.emit('page-title-updated', new Preventable(), title, true),
    )
    windowOpened(this, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }

  show(): void {
    void this.#withPage((page) => page.bringToFront())
  }

  focus(): void {
    void this.#withPage((page) => page.bringToFront())
  }

  isMinimized = () => false
  restore(): void {}
  isDestroyed = () => this.#isDestroyed

  destroy(): void {
    void this.#withPage((page) => page.close())
    this.#closed()
  }

  async #withPage(use: (page: Page) => Promise<void>): Promise<void> {
    const page = await this.webContents.whenOpen
    if (!page.isClosed()) await use(page)
  }

  #closed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.webContents.emit('destroyed')
    windowClosed(this)
  }
}
