import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { networkInterfaces } from 'node:os'

let isForbidden = false

/** Where this process reached, or tried to reach, beyond this machine. Nothing may ever stand here. */
export const reachedOutside: string[] = []

function isHere(host: unknown): boolean {
  if (host === undefined || host === 'localhost') return true
  const own = Object.values(networkInterfaces()).flatMap((addresses) =>
    addresses?.map(({ address }) => address),
  )
  return ['127.0.0.1', '::1', ...own].includes(String(host))
}

/** The host that a socket is asked to connect to; a path to a socket on the disk has none. */
function hostIn(args: readonly unknown[]): unknown {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) return 'host' in first ? first.host : undefined
  return typeof args[1] === 'string' ? args[1] : undefined
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown

/** Puts a guard before a function of Node's: where it leads away from this machine it is noted and refused. */
function guard(holder: object, name: string, targetOf: (args: readonly unknown[]) => unknown): void {
  const functions = holder as Record<string, AnyFunction>
  const original = functions[name]!
  functions[name] = function guarded(...args) {
    const target = targetOf(args)
    if (isHere(target)) return Reflect.apply(original, this, args)
    reachedOutside.push(`${name} ${String(target)}`)
    throw new Error(`a test reached for the network: ${name} ${String(target)}`)
  }
}

/**
 * Forbids this process every connection, datagram and name look-up that leaves this machine, whoever asks:
 * Node's own `fetch` and every library end in these functions.
 */
export function forbidNetwork(): void {
  if (isForbidden) return
  isForbidden = true
  guard(net.Socket.prototype, 'connect', hostIn)
  guard(dgram.Socket.prototype, 'connect', ([, address]) => address)
  guard(dgram.Socket.prototype, 'send', ([, ...rest]) => rest.findLast((one) => typeof one === 'string'))
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(names))
      if (/^(lookup$|resolve|reverse)/.test(name)) guard(names, name, ([asked]) => asked)
  }
  syncBuiltinESMExports()
}
