import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** What `/proc` says at a path; empty when its process has just ended. */
function said(...path: string[]): string {
  try {
    return readFileSync(join('/proc', ...path), 'latin1')
  } catch {
    return ''
  }
}

const numbers = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name))
/** The fourth field of `stat`; the second, a name in brackets, may hold anything. */
const parentOf = (pid: string) => said(pid, 'stat').split(') ').at(-1)?.split(' ')[1]

/** A process and everything that it started, as numbers. */
export function familyOf(pid: string): string[] {
  const parents = new Map(numbers().map((one) => [one, parentOf(one)]))
  const below = (parent: string): string[] =>
    Array.from(parents).flatMap(([child, its]) => (its === parent ? [child, ...below(child)] : []))
  return [pid, ...below(pid)]
}

/** All that other programs of this machine can read about a process: name, arguments, environment, threads. */
export function openlyKnownOf(pid: string): string {
  const threads = (() => {
    try {
      return readdirSync(`/proc/${pid}/task`)
    } catch {
      return []
    }
  })()
  const names = threads.map((thread) => said(pid, 'task', thread, 'comm'))
  return [said(pid, 'cmdline'), said(pid, 'environ'), said(pid, 'comm'), ...names].join('\n')
}

function socketsOf(pid: string): Set<string> {
  const inodes = new Set<string>()
  try {
    for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1]
      if (inode) inodes.add(inode)
    }
  } catch {
    // It has just ended, or a descriptor was closed meanwhile.
  }
  return inodes
}

/** How Linux writes 127.0.0.1, alone and inside an IPv6 address, and the far end of whoever only listens. */
const here = /^(0100007F|0{16}FFFF00000100007F):|^0+:0000$/

/** Ends of sockets of a process that are not on this machine alone, as Linux writes them. */
export function outsideEndsOf(pid: string): string[] {
  const own = socketsOf(pid)
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6']
    .flatMap((table) => said(pid, 'net', table).split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => own.has(fields[9] ?? ''))
    .flatMap(([, local, remote]) => [local ?? '', remote ?? ''])
    .filter((end) => !here.test(end))
}
