import { isOwnAddress, pageAddress } from './ownAddress.ts'

/** What is known of a frame that wants something: its address and whether it is its window's main frame. */
export interface AskingFrame {
  address: string
  isMainFrame: boolean
}

/**
 * Whether a frame may go to `address`. The page moves between screens by the hash, which asks nobody, so
 * the one navigation there is leads to the page itself: a reload.
 */
export function mayNavigate({ address, isMainFrame }: AskingFrame): boolean {
  return isMainFrame && address.split('#', 1)[0] === pageAddress
}

/** The answer to every wish for another window: everything there is to see is in this one. */
export const newWindowAnswer = { action: 'deny' } as const

/**
 * The answer to every permission a page can ask for (camera, place, notices, devices …): the app needs
 * none, whoever asks.
 */
export const permissionAnswer = false

/**
 * Whether the page's session may ask for `address` at all: its own files, what it made itself in memory, and
 * the tools for developers. Nothing that leaves the machine, whatever the page has become.
 */
export function mayRequest(address: string): boolean {
  const { protocol } = URL.parse(address) ?? {}
  return isOwnAddress(address.replace(/^blob:/, '')) || protocol === 'devtools:'
}

/**
 * Whether a frame may have a port to the core, and tell the window how to look: only the page itself, in
 * the main frame of its window. `null` is a frame that is gone.
 */
export function mayHavePort(frame: AskingFrame | null): boolean {
  return frame !== null && frame.isMainFrame && isOwnAddress(frame.address)
}
