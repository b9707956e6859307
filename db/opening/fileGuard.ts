import { statSync } from 'node:fs'
import { Failure } from '../failure.ts'

/** Throws when what lies at the program's place is no longer the file that was opened. */
export type FileGuard = () => void

/** Which file lies at a path: device and number; null when there is none. */
function identity(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

/**
 * Remembers the file now at `programFile`, which must be open, and its journal. An open file that was moved,
 * deleted or replaced still takes writes, and loses them when it is closed: so each transaction asks first.
 * The guard throws `programFileVanished` or `programFileReplaced`; asking costs a few microseconds.
 */
export function fileGuard(programFile: string): FileGuard {
  const journal = `${programFile}-wal`
  const opened = identity(programFile)
  let openedJournal: string | null = null
  return () => {
    const now = identity(programFile)
    if (now === null) throw new Failure('broken', 'programFileVanished')
    if (now !== opened) throw new Failure('broken', 'programFileReplaced')
    const journalNow = identity(journal)
    // SQLite makes the journal with the first transaction and keeps it until the file is closed.
    openedJournal ??= journalNow
    if (journalNow !== openedJournal) throw new Failure('broken', 'programFileReplaced')
  }
}
