/**
 * The core's own process: one program file, served over message ports. It starts when main says with what,
 * serves each port main hands over, and closes the file before it ends.
 */
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { unforeseenLine } from '../db/calls/unforeseenLine.ts'
import { Core } from '../db/core.ts'
import { officeScryptCost } from '../db/opening/keys.ts'
import { router } from '../db/router.ts'
import type { CoreOrder, CoreStart } from './coreMessages.ts'
import { CoreVault } from './coreVault.ts'
import { openDemoProgram } from './demoProgram.ts'
import { appendToLog } from './logFile.ts'
import { noteUnhandled } from './noteUnhandled.ts'

const handler = new RPCHandler(router)
const vault = new CoreVault((question) => process.parentPort.postMessage(question))

async function startCore({
  programFile,
  appVersion,
  demo,
  isFirst,
  offThreadEntry,
  logFile,
}: CoreStart): Promise<Core> {
  const core = new Core({
    programFile,
    host: 'desktop',
    appVersion,
    isDemo: demo !== null,
    clock: () => new Date(),
    scryptCost: officeScryptCost,
    // Nobody comes back to a throw-away program.
    machineVault: demo ? null : vault,
    offThreadEntry,
    automaticBackups: demo === null,
    log: (line) => appendToLog(logFile, line, new Date()),
  })
  core.isFresh = isFirst
  if (demo) await openDemoProgram(core, demo)
  return core
}

const started = Promise.withResolvers<Core>()

/** A core that cannot start ends with its error; main starts another, and asks when that does not help. */
function start(wishes: CoreStart): void {
  const say = (line: string) => appendToLog(wishes.logFile, line, new Date())
  noteUnhandled(say)
  started.resolve(startCore(wishes))
  started.promise.catch((error: unknown) => {
    say(unforeseenLine(error) ?? 'the core cannot start')
    process.exit(1)
  })
}

async function serve(port: MessagePortMain | undefined): Promise<void> {
  const core = await started.promise
  if (!port) return
  handler.upgrade(port, { context: { core } })
  port.start()
}

async function lock(): Promise<void> {
  const core = await started.promise
  await core.lock().catch((error: unknown) => core.noteUnforeseen(error))
}

async function end(): Promise<void> {
  const core = await started.promise
  await core.close()
  process.exit(0)
}

/** Told twice, it still closes the file once, and to the end. */
let ending: Promise<void> | undefined

process.parentPort.on('message', ({ data, ports }) => {
  const order = data as CoreOrder
  if (order.do === 'start') start(order.start)
  if (order.do === 'serve') void serve(ports[0])
  if (order.do === 'lock') void lock()
  if (order.do === 'hearVault') vault.hear(order.number, order.answer)
  if (order.do === 'end') ending ??= end()
})
