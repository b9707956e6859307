/**
 * Loaded before the entry of a utility process: gives plain Node the `process.parentPort` that Electron
 * gives it, over the wire of a child process.
 */
import { EventEmitter } from 'node:events'
import { PortCarrier, type PortNews } from './ports.ts'

/** What the parent sends: a message with the numbers of the ports that come with it, or news of a port. */
export type FromParent = { message: unknown; ports: number[] } | PortNews

const carrier = new PortCarrier((news) => process.send?.(news))
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.({ message }),
})
const waiting: { data: unknown; ports: unknown[] }[] = []

process.on('message', (from: FromParent) => {
  if ('port' in from) return carrier.hear(from)
  const event = { data: from.message, ports: from.ports.map((id) => carrier.make(id)) }
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', event)
  else waiting.push(event)
})

// Like Electron's: what came before anybody listened is kept for the first who does.
parentPort.on('newListener', (name) => {
  if (name !== 'message') return
  queueMicrotask(() => {
    for (const event of waiting.splice(0)) parentPort.emit('message', event)
  })
})

// Nothing but the calls the core makes is there; the rest of Electron's parent port does not exist here.
process.parentPort = parentPort as unknown as Electron.ParentPort
