import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { endianness } from 'node:os'

/** The two ends of a connection, seen from the far one. */
interface FarEnd {
  /** IPv4 address in dots. */
  address: string
  port: number
  /** The port of the host that it is connected to. */
  hostPort: number
}

const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0')

/** An address as Linux lists it: the bytes in the order of this machine; those of IPv6 in groups of four. */
function asListed(address: string, isLittle: boolean): string[] {
  const inOrder = (bytes: readonly number[]) =>
    (isLittle ? bytes.toReversed() : bytes).map((byte) => hex(byte, 2)).join('')
  const short = inOrder(address.split('.').map(Number))
  return [short, `${'0'.repeat(16)}${inOrder([0, 0, 255, 255])}${short}`]
}

/**
 * The number of the user whose program holds the far end of a connection, read from the tables of Linux
 * (`/proc/net/tcp` and `tcp6`, see proc(5)); null when it is not in them.
 */
export function userOfFarEnd(
  tables: readonly string[],
  { address, port, hostPort }: FarEnd,
  isLittle: boolean = endianness() === 'LE',
): number | null {
  const ends = asListed(address, isLittle).map((listed) => `${listed}:${hex(port, 4)}`)
  for (const line of tables.flatMap((table) => table.split('\n'))) {
    const [, local, remote, , , , , user] = line.trim().split(/\s+/)
    if (local && ends.includes(local) && remote?.endsWith(`:${hex(hostPort, 4)}`)) return Number(user)
  }
  return null
}

function tableOf(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // Another system, or one that shows nobody its connections: then there is nothing to go by.
    return ''
  }
}

/**
 * Whether a connection comes from a program of another user of this machine, who might have read the link in
 * the list of processes. Known on Linux alone; elsewhere, and for whom no table names, it is false. The
 * system's own user can do everything anyway, and relays connections for some (a window of WSL). Reading the
 * tables takes some milliseconds: it is asked where a link is traded for the cookie.
 */
export function isOtherUsers(socket: Socket): boolean {
  const own = process.getuid?.()
  const { remoteAddress: address, remotePort: port, localPort: hostPort } = socket
  if (process.platform !== 'linux' || own === undefined || !address || !port || !hostPort) return false
  const user = userOfFarEnd([tableOf('/proc/net/tcp'), tableOf('/proc/net/tcp6')], {
    address,
    port,
    hostPort,
  })
  return user !== null && user !== own && user !== 0
}
