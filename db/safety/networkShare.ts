import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Notice } from '../../shared/contract/safety.ts'
import type { QueryCall } from '../calls/call.ts'
import { isOnNetworkMount, isOnWindowsShare, mountsOfLinux, mountsOfMac } from './fileSystems.ts'

function lookUp(folder: string): boolean {
  try {
    // On Windows this also says which share a drive letter stands for.
    const real = realpathSync.native(folder)
    if (process.platform === 'win32') return isOnWindowsShare(real)
    if (process.platform === 'darwin') {
      return isOnNetworkMount(mountsOfMac(execFileSync('/sbin/mount', { encoding: 'utf8', env: {} })), real)
    }
    return isOnNetworkMount(mountsOfLinux(readFileSync('/proc/self/mountinfo', 'utf8')), real)
  } catch {
    // A system that does not say: a warning nobody can be sure of helps nobody.
    return false
  }
}

/** A file does not move while it is open, so each folder is looked up once. */
const known = new Map<string, boolean>()

function isOnNetwork(programFile: string): boolean {
  const folder = dirname(programFile)
  const answer = known.get(folder) ?? lookUp(folder)
  known.set(folder, answer)
  return answer
}

/** Warns whoever can move it of a program file on another machine, where locks and journals are not sure. */
export async function networkShareNotice({ core, caller }: QueryCall<unknown>): Promise<Notice[]> {
  if (!caller.roles.includes('administrator') || !isOnNetwork(core.settings.programFile)) return []
  return [{ code: 'networkShare', values: {}, severity: 'warning', href: '/program/backups' }]
}
