import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { corePortArrived, type DesktopBridge } from '../../shared/contract/desktopBridge.ts'

/**
 * Calls over a message port straight to the core: the desktop window. While there is no core, calls wait for
 * the next port; those that were under way when it ended fail. `coreIsBack` runs after each restart.
 */
export function desktopLink(bridge: DesktopBridge, coreIsBack: () => void): ClientLink<ClientContext> {
  let next = Promise.withResolvers<RPCLink<ClientContext>>()
  let current = next.promise
  let last: MessagePort | undefined

  function use(port: MessagePort): void {
    // A port whose end nobody was told of must not keep its calls waiting.
    last?.dispatchEvent(new Event('close'))
    const link = new RPCLink<ClientContext>({ port })
    const mine = Promise.resolve(link)
    current = mine
    next.resolve(link)
    next = Promise.withResolvers()
    port.addEventListener('close', () => {
      if (current === mine) current = next.promise
    })
    port.start()
    if (last) coreIsBack()
    last = port
  }

  window.addEventListener('message', ({ data, source, ports: [port] }) => {
    if (source === window && data === corePortArrived && port) use(port)
  })
  bridge.connect()
  return { call: async (path, input, options) => (await current).call(path, input, options) }
}
