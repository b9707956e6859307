import { closeSync, fsyncSync, openSync } from 'node:fs'

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

/** Brings a closed file's content to the disk. Never for a database that is open: closing it drops its locks. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
