import type { ForkOptions, MessagePortMain, UtilityProcess } from 'electron'
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { FromParent } from './parentPort.ts'
import { PortCarrier, type PortNews, type StandInPort } from './ports.ts'
import { tellTest } from './testWire.ts'

const parentPort = new URL('parentPort.ts', import.meta.url).href

class StandInUtilityProcess
  extends EventEmitter
  implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid'>
{
  readonly #child: ChildProcess
  readonly #carrier: PortCarrier

  constructor(entry: string, args: readonly string[] = []) {
    super()
    this.#child = fork(entry, args, { serialization: 'advanced', execArgv: ['--import', parentPort] })
    this.#carrier = new PortCarrier((news) => this.#send(news))
    this.#child.on('message', (news: PortNews | { message: unknown }) => {
      if ('port' in news) this.#carrier.hear(news)
      else this.emit('message', news.message)
    })
    this.#child.on('exit', (code) => {
      this.#carrier.closeAll()
      this.emit('exit', code ?? 1)
    })
    tellTest({ coreStarted: this.#child.pid ?? 0 })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = (transfer as unknown as StandInPort[]).map((port) => this.#carrier.take(port))
    this.#send({ message, ports })
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }

  #send(message: FromParent): void {
    // A message to a process that is going away is lost, as it is in Electron.
    if (this.#child.connected) this.#child.send(message, () => {})
  }
}

/** Only modules on disk; service names and environments are Electron's. */
export const utilityProcess = {
  fork: (modulePath: string, args?: string[], _options?: ForkOptions) =>
    new StandInUtilityProcess(modulePath, args) as unknown as UtilityProcess,
} satisfies Partial<typeof Electron.UtilityProcess>

/** The test's own: a process with a parent port, and no main around it. */
export const forkWithParentPort = (entry: string) => new StandInUtilityProcess(entry)
