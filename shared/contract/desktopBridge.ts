import type { Theme } from './session.ts'
import type { Language } from '../values/vocabulary.ts'

/** What the frame, the menu and the system's dialogs around the page should match. */
export interface WindowLook {
  language: Language
  theme: Theme
}

/**
 * What the desktop adds to the page, as `window.steppingStones`. In a browser it is not there, and the page
 * calls the core over HTTP instead.
 */
export interface DesktopBridge {
  /**
   * Asks for a way to the core, once for each load of the page. It arrives as a window message whose `data`
   * is `corePortArrived`, whose `source` is the window itself and whose one port speaks oRPC; call its
   * `start`, or set `onmessage`. When the core ends, the port fires `close`; when the core is back, another
   * port arrives the same way, and whoever was signed in has to sign in again.
   */
  connect(): void
  /** Says how the page looks now, so that the window around it can follow. */
  showIn(look: WindowLook): void
}

/** The property of the page's window that holds the bridge. */
export const bridgeName = 'steppingStones'

/** The `data` of the window message that brings a port to the core. */
export const corePortArrived = 'steppingStones.corePortArrived'

/** The `data` of the window message by which the menu, or the system locking its screen, locks the program. */
export const lockWished = 'steppingStones.lockWished'
