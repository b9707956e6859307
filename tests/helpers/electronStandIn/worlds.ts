/**
 * The two halves of a sandboxed, isolated page as Electron makes them, for Chromium. Each function is sent
 * to the page as text, so it may use nothing from outside itself.
 */
import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron'

/** A message on a port as text; bytes as base64. */
export type Packed = { text: string } | { bytes: string }

/** What the preload's world tells the main process. */
export type FromPage =
  { ipc: string; args: unknown[] } | { port: number; packed: Packed } | { port: number; closed: true }

/** What the preload's world can be told; the main process calls these there. */
export interface PreloadWorld {
  standInTell(text: string): void
  standInIpc(channel: string, message: unknown, ports: number[]): void
  standInPort(port: number, packed: Packed): void
  standInClosePort(port: number): void
}

interface Exposed {
  name: string
  methods: string[]
}
interface Called {
  method: string
  args: unknown[]
}

/** The page's own world: makes what the preload exposes, and passes its calls on. */
export function startMainWorld(): void {
  if (window !== window.top) return
  document.addEventListener('standIn.expose', (event) => {
    const { name, methods } = (event as CustomEvent<Exposed>).detail
    const call =
      (method: string) =>
      (...args: unknown[]) => {
        document.dispatchEvent(new CustomEvent<Called>(`standIn.call.${name}`, { detail: { method, args } }))
      }
    const api = Object.freeze(Object.fromEntries(methods.map((method) => [method, call(method)])))
    Object.defineProperty(window, name, { value: api, enumerable: true })
  })
}

/** The preload's isolated world: runs `preload` with the little of Electron that a sandboxed one has. */
export function startPreloadWorld(preload: (require: (name: string) => unknown) => void): void {
  if (window !== window.top) return
  const world = globalThis as unknown as PreloadWorld
  const tell = (news: FromPage) => world.standInTell(JSON.stringify(news))
  const listeners = new Map<string, ((event: IpcRendererEvent, ...args: unknown[]) => void)[]>()
  const ports = new Map<number, MessagePort>()

  const pack = (data: unknown): Packed => {
    if (typeof data === 'string') return { text: data }
    if (!(data instanceof Uint8Array)) throw new Error('only text and bytes can be carried')
    return { bytes: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')) }
  }
  const unpack = (packed: Packed) =>
    'text' in packed ? packed.text : Uint8Array.from(atob(packed.bytes), (letter) => letter.charCodeAt(0))

  function openPort(port: number): MessagePort {
    const { port1, port2 } = new MessageChannel()
    ports.set(port, port2)
    port2.addEventListener('message', ({ data }: MessageEvent) => tell({ port, packed: pack(data) }))
    port2.start()
    port2.addEventListener('close', () => {
      if (ports.delete(port)) tell({ port, closed: true })
    })
    return port1
  }

  world.standInIpc = (channel, message, numbers) => {
    const event = { ports: numbers.map(openPort) } as unknown as IpcRendererEvent
    for (const listener of listeners.get(channel) ?? []) listener(event, message)
  }
  world.standInPort = (port, packed) => ports.get(port)?.postMessage(unpack(packed))
  world.standInClosePort = (port) => {
    const closing = ports.get(port)
    ports.delete(port)
    closing?.close()
  }

  const ipcRenderer = {
    send: (channel, ...args: unknown[]) => tell({ ipc: channel, args }),
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return this as never
    },
  } satisfies Pick<IpcRenderer, 'send' | 'on'>

  const contextBridge = {
    exposeInMainWorld(name, api: Record<string, (...args: unknown[]) => void>) {
      document.addEventListener(`standIn.call.${name}`, (event) => {
        const { method, args } = (event as CustomEvent<Called>).detail
        api[method]?.(...args)
      })
      const detail: Exposed = { name, methods: Object.keys(api) }
      document.dispatchEvent(new CustomEvent('standIn.expose', { detail }))
    },
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>

  preload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`)
    return { ipcRenderer, contextBridge }
  })
}

/** The script of the preload's world for a built preload. */
export const preloadScript = (builtPreload: string): string =>
  `(${startPreloadWorld.toString()})((require) => {\n${builtPreload}\n})`

/** The script of the page's own world. */
export const mainWorldScript = `(${startMainWorld.toString()})()`
