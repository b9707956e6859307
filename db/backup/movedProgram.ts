import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Core } from '../core.ts'
import { nextKeyringPath } from '../opening/keyringPaths.ts'
import { filesIn } from './places.ts'

const asideFolder = (programFile: string) => `${programFile}.aside`

/** What a backup is made from, and how to tidy up after it. */
export interface BackupOrigin {
  programFile: string
  dispose(): void
}

/**
 * What the backup of a program is made from: its file, or a copy of what is open when that was moved, deleted
 * or replaced. The keyring must still lie in its place.
 */
export function backupOrigin(core: Core): BackupOrigin {
  const { programFile } = core.settings
  if (core.caller === null || core.requireOpen().file.isInPlace()) return { programFile, dispose: () => {} }
  const folder = asideFolder(programFile)
  const dispose = () => rmSync(folder, { recursive: true, force: true })
  dispose()
  // Not with the folders above it: where a drive is gone, nothing is made in its stead.
  mkdirSync(folder, { mode: 0o700 })
  try {
    const from = filesIn(dirname(programFile), programFile)
    const copy = filesIn(folder, programFile)
    core.requireOpen().file.copyTo(copy.program)
    copyFileSync(from.keyring, copy.keyring)
    const undecided = nextKeyringPath(from.program)
    if (existsSync(undecided)) copyFileSync(undecided, nextKeyringPath(copy.program))
    return { programFile: copy.program, dispose }
  } catch (error) {
    dispose()
    throw error
  }
}
