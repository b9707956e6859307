import type { App } from 'electron'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { connectToChromium, type Chromium } from './chromium.ts'
import type { ToDesktop } from './testWire.ts'

/** An event that a listener may prevent, as Electron's are. */
export class Preventable {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

let chromium: Chromium | undefined
let isQuitting = false
const windows = new Set<{ destroy(): void }>()
const events = new EventEmitter()
const paths = new Map<string, string>()
const ready = Promise.withResolvers<void>()
ready.promise.catch(() => {})

async function getReady(): Promise<void> {
  try {
    chromium = await connectToChromium()
    ready.resolve()
  } catch (error) {
    ready.reject(error)
  }
}
// Like Electron, which gets ready while main is being read.
setImmediate(() => void getReady())

const emitPreventable = (name: string): boolean => {
  const event = new Preventable()
  events.emit(name, event)
  return event.defaultPrevented
}

export const app = {
  isPackaged: false,
  on: events.on.bind(events) as App['on'],
  setName() {},
  getVersion: () => process.env.npm_package_version ?? '0.0.0-stand-in',
  setPath(name, path) {
    if (chromium) throw new Error('paths are set before the app is ready')
    if (!existsSync(path)) throw new Error(`there is no folder ${path}`)
    paths.set(name, path)
  },
  enableSandbox() {},
  isReady: () => chromium !== undefined,
  whenReady: () => ready.promise,
  getPreferredSystemLanguages: () => ['en-US'],
  requestSingleInstanceLock: () => paths.has('userData'),
  quit() {
    if (emitPreventable('before-quit')) return
    isQuitting = true
    for (const window of windows) window.destroy()
    if (!emitPreventable('will-quit')) app.exit(0)
  },
  exit(exitCode) {
    void chromium?.disconnect().finally(() => process.exit(exitCode))
    if (!chromium) process.exit(exitCode)
  },
} satisfies Partial<App>

/** For the rest of the stand-in. */
export const requireChromium = (): Chromium => {
  if (!chromium) throw new Error('the app is not ready')
  return chromium
}

export function windowOpened(window: { destroy(): void }, contents: unknown): void {
  windows.add(window)
  events.emit('web-contents-created', new Preventable(), contents)
}

export function windowClosed(window: { destroy(): void }): void {
  // Whoever quits already is not asked whether the last window was the end.
  if (windows.delete(window) && windows.size === 0 && !isQuitting) events.emit('window-all-closed')
}

process.on('message', (order: ToDesktop) => {
  if ('quit' in order) app.quit()
})
// The test is gone: so is the desktop.
process.on('disconnect', () => app.exit(1))
