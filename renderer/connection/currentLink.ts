import type { ClientContext, ClientLink } from '@orpc/client'
import type { DesktopBridge } from '../../shared/contract/desktopBridge.ts'
import { desktopLink } from './desktopLink.ts'
import { httpLink } from './httpLink.ts'

declare global {
  interface Window {
    /** There in the desktop window only. */
    steppingStones?: DesktopBridge
  }
}

const listeners = new Set<() => void>()

/** Hears that the core was started anew: whoever was signed in is not any more. */
export const whenCoreIsBack = (listener: () => void) => void listeners.add(listener)

function tellListeners(): void {
  for (const listener of listeners) listener()
}

/** The way to the core from this page: a message port in the desktop window, HTTP in a browser. */
export const currentLink: ClientLink<ClientContext> = window.steppingStones
  ? desktopLink(window.steppingStones, tellListeners)
  : httpLink()
