import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../failure.ts'
import { withFileFailures } from './fileFailure.ts'

/** SQLite's smallest page, in bytes: no database is shorter. */
const smallestDatabase = 512

const broken = (code: string) => new Failure('broken', code)

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Throws `programFolderMissing` or `programFolderReadOnly` when nothing can be made in the program's folder. */
export function requireUsableFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw broken('programFolderMissing')
  if (!isWritable(folder)) throw broken('programFolderReadOnly')
}

/**
 * Throws the failure that says why the program file at `path` cannot be worked with, as far as the file system
 * knows. It only asks about the file: opening and closing it here would drop the locks that SQLite holds.
 */
export function requireUsableFile(path: string): void {
  const found = withFileFailures(() => statSync(path, { throwIfNoEntry: false }))
  if (found) {
    if (!found.isFile()) throw broken('programFileNotAFile')
    // SQLite would take it for a new file and fill it.
    if (found.size < smallestDatabase) throw broken('programFileEmpty')
    if (!isWritable(path)) throw broken('programFileReadOnly')
  }
  requireUsableFolder(dirname(path))
  if (!found) throw broken('programFileMissing')
}
