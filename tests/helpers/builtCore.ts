import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { once } from 'node:events'
import { join } from 'node:path'
import type { CoreOrder } from '../../electron/coreMessages.ts'
import type { Client } from './typedCalls.ts'
import { StandInChannel } from './electronStandIn/ports.ts'
import { forkWithParentPort } from './electronStandIn/utilityProcess.ts'

/** The built core in a plain child process, served over a port through its parent port. */
export function startBuiltCore(mainFolder: string, dataFolder: string) {
  const core = forkWithParentPort(join(mainFolder, 'coreProcess.js'))
  const order = (message: CoreOrder, ports: StandInChannel['port1'][] = []) =>
    core.postMessage(message, ports)
  const { port1, port2 } = new StandInChannel()
  order({
    do: 'start',
    start: {
      programFile: join(dataFolder, 'program.stones'),
      appVersion: '0.0.0-test',
      demo: null,
      isFirst: true,
      offThreadEntry: join(mainFolder, 'offThread.js'),
      logFile: join(dataFolder, 'log.txt'),
    },
  })
  order({ do: 'serve' }, [port1])
  const client: Client = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  return {
    client,
    /** Sends what no client of ours would send. */
    post: (message: unknown) => port2.postMessage(message),
    /** Ends it as main does; its exit code. */
    async end(): Promise<number> {
      const ended = once(core, 'exit')
      order({ do: 'end' })
      const [exitCode] = (await ended) as [number]
      return exitCode
    },
  }
}
