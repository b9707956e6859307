import { setTimeout } from 'node:timers/promises'
import {
  MessageChannelMain,
  utilityProcess,
  type MessagePortMain,
  type UtilityProcess,
  type WebContents,
} from 'electron'
import { channels } from './channels.ts'
import type { CoreOrder, CoreQuestion, CoreStart, VaultAnswer, VaultQuestion } from './coreMessages.ts'
import { afterFall } from './decisions/afterFall.ts'

interface CoreSettings {
  /** Built entry of the core's process. */
  entry: string
  /** What the next core should work with; asked at each start. */
  start: () => Omit<CoreStart, 'isFirst'>
  /** Asks the system's key store for the core. */
  askVault: (question: VaultQuestion) => Promise<VaultAnswer>
  /** Asks the person what to do after the core fell too often; false ends the app. */
  askToTryAgain: () => Promise<boolean>
  giveUp: () => void
}

/** The core's process, kept running. */
export interface KeptCore {
  /** A new port to the core, or null while there is no core. */
  openPort(): MessagePortMain | null
  /** Hands a page a port to the core, now or as soon as there is one, and again after each restart. */
  introduce(page: WebContents): void
  /** Locks the program, should somebody be signed in. */
  lock(): void
  /** Closes the program file and ends the process; a core that does not answer is ended all the same. */
  end(): Promise<void>
}

/** How long the core may take to close its file, in milliseconds. */
const patienceAtEnd = 5_000

const order = (core: UtilityProcess, message: CoreOrder, ports: MessagePortMain[] = []) =>
  core.postMessage(message, ports)

/** Starts the core in a process of its own and starts it again whenever it ends by itself. */
export function keepCore(settings: CoreSettings): KeptCore {
  const { entry, start, askVault, askToTryAgain, giveUp } = settings
  const pages = new Set<WebContents>()
  let falls: number[] = []
  let running: UtilityProcess | null = null
  let isFirst = true
  let isEnding = false

  function openPort(): MessagePortMain | null {
    if (!running) return null
    const { port1, port2 } = new MessageChannelMain()
    order(running, { do: 'serve' }, [port1])
    return port2
  }

  function handOver(page: WebContents): void {
    const port = openPort()
    if (port) page.mainFrame.postMessage(channels.corePort, null, [port])
  }

  function run(): void {
    const core = utilityProcess.fork(entry, [], { serviceName: 'Stepping Stones core' })
    running = core
    // Unheard, it would be thrown at main; `exit` follows it in any case.
    core.on('error', () => {})
    core.once('exit', () => {
      running = null
      if (!isEnding) void rise()
    })
    core.on('message', async ({ number, vault }: CoreQuestion) => {
      const answer = await askVault(vault)
      // One that has ended hears nothing; another asks anew.
      if (running === core) order(core, { do: 'hearVault', number, answer })
    })
    order(core, { do: 'start', start: { ...start(), isFirst } })
    isFirst = false
    for (const page of pages) handOver(page)
  }

  async function rise(): Promise<void> {
    const now = performance.now()
    const next = afterFall(now, falls)
    falls.push(now)
    if (next.do === 'restart') await setTimeout(next.afterMs)
    else if (await askToTryAgain()) falls = []
    else return giveUp()
    if (!isEnding) run()
  }

  run()
  return {
    openPort,
    introduce(page) {
      if (!pages.has(page)) {
        pages.add(page)
        page.once('destroyed', () => pages.delete(page))
      }
      handOver(page)
    },
    lock() {
      if (running) order(running, { do: 'lock' })
    },
    async end() {
      isEnding = true
      const core = running
      if (!core) return
      const gone = new Promise<void>((resolve) => core.once('exit', () => resolve()))
      order(core, { do: 'end' })
      const late = new AbortController()
      await Promise.race([
        gone,
        setTimeout(patienceAtEnd, undefined, { signal: late.signal }).catch(() => {}),
      ])
      late.abort()
      if (running) core.kill()
    },
  }
}
