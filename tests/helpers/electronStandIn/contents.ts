import type { CDPSession, Page } from '@playwright/test'
import type { HandlerDetails, MessagePortMain, WebContents, WebFrameMain } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { forChromium, forMain } from './addresses.ts'
import { Preventable, requireChromium } from './app.ts'
import { ipcMain } from './ipcMain.ts'
import { PortCarrier, type StandInPort } from './ports.ts'
import { answerRequests } from './requests.ts'
import type { StandInSession } from './session.ts'
import { mainWorldScript, preloadScript, type FromPage, type Packed, type PreloadWorld } from './worlds.ts'

const worldName = 'preload'
const tellBinding: keyof PreloadWorld = 'standInTell'
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

const pack = (data: unknown): Packed =>
  typeof data === 'string' ? { text: data } : { bytes: Buffer.from(data as Uint8Array).toString('base64') }
const unpack = (packed: Packed) =>
  'text' in packed ? packed.text : new Uint8Array(Buffer.from(packed.bytes, 'base64'))

type Used = 'setWindowOpenHandler' | 'reload'

/** The contents of a window: a page of real Chromium with the built preload in an isolated world. */
export class StandInContents extends EventEmitter implements Pick<WebContents, Used> {
  readonly whenOpen: Promise<Page>
  readonly #devtools: Promise<CDPSession>
  readonly #carrier: PortCarrier
  readonly #session: StandInSession
  #world: number | undefined
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  /** The address that main itself asked for, which is no navigation of the page's. */
  #asked: string | undefined
  #address = 'about:blank'
  #mainFrameId = ''

  constructor(session: StandInSession, preload: string) {
    super()
    this.#session = session
    const opened = requireChromium().openPage()
    this.whenOpen = opened.then(({ page }) => page)
    this.#devtools = opened.then(async ({ page, devtools }) => {
      await this.#prepare(page, devtools, readFileSync(preload, 'utf8'))
      return devtools
    })
    this.#carrier = new PortCarrier((news) => {
      if ('data' in news) void this.#inWorld('standInPort', news.port, pack(news.data))
      else void this.#inWorld('standInClosePort', news.port)
    })
  }

  async load(url: string): Promise<void> {
    await this.#devtools
    const { origin } = new URL(forChromium(url))
    for (const name of ['geolocation', 'notifications'] as const) {
      await requireChromium().setPermission(
        name,
        this.#session.permissionSetting(name, forMain(origin)),
        origin,
      )
    }
    this.#asked = url
    await (await this.whenOpen).goto(forChromium(url), { waitUntil: 'load' })
  }

  reload(): void {
    void this.whenOpen.then((page) => page.reload())
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** Asked for each message, so it is the frame as it is now. */
  get mainFrame(): WebFrameMain {
    const url = forMain(this.#address)
    const postMessage = (channel: string, message: unknown, transfer: MessagePortMain[] = []) => {
      const ports = (transfer as unknown as StandInPort[]).map((port) => this.#carrier.take(port))
      void this.#inWorld('standInIpc', channel, message, ports)
    }
    const frame = { url, parent: null, postMessage } satisfies Partial<WebFrameMain>
    return frame as unknown as WebFrameMain
  }

  async #prepare(page: Page, devtools: CDPSession, preload: string): Promise<void> {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#address = frame.url()
    })
    page.on('popup', (popup) => {
      const details = { url: forMain(popup.url()) } as HandlerDetails
      if (this.#openHandler(details).action === 'deny') void popup.close()
    })
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === worldName) this.#world = context.id
    })
    devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#world) this.#leaveWorld()
    })
    devtools.on('Runtime.executionContextsCleared', () => this.#leaveWorld())
    devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === tellBinding) this.#hear(JSON.parse(payload) as FromPage)
    })
    await devtools.send('Runtime.enable')
    await devtools.send('Page.enable')
    await devtools.send('Runtime.addBinding', { name: tellBinding, executionContextName: worldName })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(preload),
      worldName,
    })
    await answerRequests(devtools, this.#session, (url, frameId) => this.#mayGoTo(url, frameId))
    const { frameTree } = await devtools.send('Page.getFrameTree')
    this.#mainFrameId = frameTree.frame.id
  }

  /** The page's ports went with its document. */
  #leaveWorld(): void {
    this.#world = undefined
    this.#carrier.closeAll()
  }

  #mayGoTo(url: string, frameId: string): boolean {
    if (url === this.#asked) {
      this.#asked = undefined
      return true
    }
    const event = Object.assign(new Preventable(), {
      url,
      isMainFrame: frameId === this.#mainFrameId,
      isSameDocument: false,
    })
    this.emit('will-frame-navigate', event)
    return !event.defaultPrevented
  }

  #hear(news: FromPage): void {
    if ('ipc' in news)
      ipcMain.emit(news.ipc, { sender: this, senderFrame: this.mainFrame, ports: [] }, ...news.args)
    else if ('packed' in news) this.#carrier.hear({ port: news.port, data: unpack(news.packed) })
    else this.#carrier.hear(news)
  }

  async #inWorld<Name extends keyof PreloadWorld>(
    name: Name,
    ...args: Parameters<PreloadWorld[Name]>
  ): Promise<void> {
    const devtools = await this.#devtools
    if (this.#world === undefined) return
    const list = args.map((arg) => JSON.stringify(arg)).join(', ')
    const call = { expression: `globalThis.${name}(${list})`, contextId: this.#world }
    // A page that has just gone away gets no message, as in Electron.
    await devtools.send('Runtime.evaluate', call).catch(() => {})
  }
}
