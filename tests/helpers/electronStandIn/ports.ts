import type { MessagePortMain } from 'electron'
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** Electron's port in a process of Node, over a port of Node's own. */
export class StandInPort
  extends EventEmitter
  implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  readonly #port: MessagePort

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message)
  }

  /** Like Electron's: messages wait until this is called. */
  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }

  close(): void {
    this.#port.close()
  }

  /** Gives the port away, to be carried to another process; nothing may be done with it here any more. */
  handOver(): MessagePort {
    return this.#port
  }
}

export class StandInChannel {
  readonly port1: StandInPort
  readonly port2: StandInPort

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new StandInPort(port1)
    this.port2 = new StandInPort(port2)
  }
}

/** What goes over the wire for ports whose one end lies in another process. */
export type PortNews = { port: number; data: unknown } | { port: number; closed: true }

/** Carries ports to another process over one wire that only knows plain messages. */
export class PortCarrier {
  readonly #ports = new Map<number, MessagePort>()
  readonly #send: (news: PortNews) => void
  #last = 0

  constructor(send: (news: PortNews) => void) {
    this.#send = send
  }

  /** Takes a port over and gives the number by which the other process knows it. */
  take(port: StandInPort): number {
    const id = ++this.#last
    this.connect(id, port.handOver())
    return id
  }

  /** The other process's end of port `id`. */
  make(id: number): StandInPort {
    const { port1, port2 } = new StandInChannel()
    this.connect(id, port2.handOver())
    return port1
  }

  private connect(id: number, port: MessagePort): void {
    this.#ports.set(id, port)
    port.on('message', (data: unknown) => this.#send({ port: id, data }))
    port.on('close', () => {
      if (this.#ports.delete(id)) this.#send({ port: id, closed: true })
    })
  }

  hear(news: PortNews): void {
    const port = this.#ports.get(news.port)
    if ('data' in news) port?.postMessage(news.data)
    else if (this.#ports.delete(news.port)) port?.close()
  }

  /** The other process is gone, and every port to it with it. */
  closeAll(): void {
    const ports = [...this.#ports.values()]
    this.#ports.clear()
    for (const port of ports) port.close()
  }
}
