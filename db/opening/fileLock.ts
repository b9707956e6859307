import Database from 'better-sqlite3'
import { dirname, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import { requireUsableFolder } from './requireUsableFile.ts'

/** Held while this copy of the app works on a program file, so that no second copy can. */
export interface ProgramLock {
  /** Lets other copies of the app at the file; told twice, it still counts once. */
  release(): void
}

/** `program.stones` is held through `program.stones.lock`: an empty file that may always be there. */
export const lockPath = (programFile: string) => `${programFile}.lock`

/** Copies of the app that hand over, one closing and one opening, meet for a moment. */
const patienceMilliseconds = 300

interface Held {
  connection: Database.Database
  holders: number
}

/** What this process holds. The system's locks are one per process, so they are counted here. */
const heldHere = new Map<string, Held>()

function lockNow(path: string): Database.Database {
  requireUsableFolder(dirname(path))
  const connection = new Database(path, { timeout: patienceMilliseconds })
  try {
    connection.pragma('journal_mode = memory')
    // The system itself lets go of this lock when the process ends, however it ends: it is never stale.
    connection.exec('begin exclusive')
    return connection
  } catch (error) {
    connection.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new Failure('broken', 'programOpenElsewhere')
    }
    throw error
  }
}

/**
 * Takes the program file for this process, until every holder in it has let go.
 * Throws `programOpenElsewhere` while another copy of the app has it, `programFolderMissing` or
 * `programFolderReadOnly` where no lock can be made, and SQLite's error for anything else.
 */
export function holdProgram(programFile: string): ProgramLock {
  const path = lockPath(resolve(programFile))
  const held = heldHere.get(path) ?? { connection: lockNow(path), holders: 0 }
  held.holders += 1
  heldHere.set(path, held)
  let isReleased = false
  return {
    release() {
      if (isReleased) return
      isReleased = true
      held.holders -= 1
      if (held.holders > 0) return
      heldHere.delete(path)
      held.connection.close()
    },
  }
}
