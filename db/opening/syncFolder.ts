import { closeSync, fchmodSync, fsyncSync, openSync } from 'node:fs'

/**
 * Makes new names in a folder outlast a power cut: a file's own `fsync` keeps its content, not its name.
 * Windows opens no folders and keeps names by itself.
 */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Drives without owners, such as most that one carries about, know no modes. */
function leaveToOwner(file: number): void {
  try {
    fchmodSync(file, 0o600)
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/**
 * Brings a closed file's content to the disk and leaves it to its owner alone: other people of the machine could
 * try passphrases on a copy. Never for a database that is open: closing it drops its locks.
 */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    leaveToOwner(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
