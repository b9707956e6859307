import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { closeSync, openSync, statSync } from 'node:fs'
import { Failure } from '../failure.ts'
import { isBehind, migrateToLatest, refuseNewerFile } from '../migrations/migrate.ts'
import type { Reader, Schema } from '../schema.ts'
import { builderOver } from './dialect.ts'
import { withFileFailures } from './fileFailure.ts'
import { fileGuard, type FileGuard } from './fileGuard.ts'
import { holdProgram } from './fileLock.ts'
import { requireUsableFile } from './requireUsableFile.ts'
import { sqliteFailure } from './sqliteFailure.ts'

/** An open program file: one connection writes, another only reads and never waits for the first. */
export interface ProgramFile {
  writer: Kysely<Schema>
  reader: Reader
  /** Whether the open file still lies where it was opened. */
  isInPlace(): boolean
  /** Writes what is open to a new file under the same key, wherever the open one lies by now. */
  copyTo(path: string): void
  /** Closes both connections and lets other copies of the app at the file. */
  close(): Promise<void>
}

function connect(path: string, key: Buffer, readonly: boolean): Database.Database {
  const database = new Database(path, { readonly, fileMustExist: true })
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  database.pragma('busy_timeout = 5000')
  database.pragma('foreign_keys = ON')
  database.pragma('cache_size = -65536')
  database.pragma('temp_store = MEMORY')
  return database
}

async function connectWriter(path: string, key: Buffer): Promise<Database.Database> {
  const database = connect(path, key, false)
  try {
    // Before the journal's mode is set: a file that cannot be used keeps every byte.
    await refuseNewerFile(builderOver(database))
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * SQLite does this when it closes a file, except for one that was moved: its journal would stay behind, and be
 * played into whatever file lies there next.
 */
function foldJournalIn(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full or failing disk: the journal keeps what it holds until the file is opened again.
  }
}

/**
 * A journal with something in it was left by a process that was ended, and SQLite plays it into whatever file
 * lies beside it, such as an older copy that somebody put there. So the two are read as a whole first, through
 * a connection that writes nothing.
 */
function checkWhatWasLeft(path: string, key: Buffer): void {
  const journal = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (!journal || journal.size === 0) return
  const database = connect(path, key, true)
  try {
    const found = database.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Failure('broken', 'programFileDamaged')
  } finally {
    database.close()
  }
}

function passes(guard: FileGuard): boolean {
  try {
    guard()
    return true
  } catch {
    return false
  }
}

interface Opening {
  /** Called when the file is at an earlier step of its history, before it is changed; throws to keep it so. */
  beforeMigrating?: () => Promise<void>
}

async function openBoth(path: string, key: Buffer, { beforeMigrating }: Opening = {}): Promise<ProgramFile> {
  checkWhatWasLeft(path, key)
  const writing = await connectWriter(path, key)
  let reading: Database.Database | undefined
  try {
    const guard = fileGuard(path)
    const writer = builderOver(writing, guard)
    if (beforeMigrating && (await isBehind(writer))) await beforeMigrating()
    await migrateToLatest(writer)
    const looking = connect(path, key, true)
    reading = looking
    const reader = builderOver(looking)
    return {
      writer,
      reader,
      isInPlace: () => passes(guard),
      copyTo: (copy) => void looking.prepare('vacuum into ?').run(copy),
      async close() {
        await reader.destroy()
        // Kysely leaves a connection open that nobody used. The writer closes last: it folds the journal in.
        looking.close()
        foldJournalIn(writing)
        await writer.destroy()
        writing.close()
      },
    }
  } catch (error) {
    reading?.close()
    writing.close()
    throw error
  }
}

const typed = (error: unknown) => (error instanceof Database.SqliteError ? sqliteFailure(error) : error)

/**
 * Opens the encrypted file at `path` with its 256-bit key, for this copy of the app alone, and brings it to
 * the current schema. Throws a Failure that names what is wrong (another key, a damaged or newer file, one
 * that is in use …); the file is then as it was.
 */
export async function openProgramFile(
  path: string,
  key: Buffer,
  opening: Opening = {},
): Promise<ProgramFile> {
  requireUsableFile(path)
  try {
    const lock = holdProgram(path)
    try {
      const file = await openBoth(path, key, opening)
      return { ...file, close: () => file.close().finally(() => lock.release()) }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw typed(error)
  }
}

/**
 * Makes an encrypted file at `path`, where nothing may lie yet, readable by this person alone, and opens it.
 * Nobody else is kept from it: it is made in a folder that nobody works in.
 */
export async function makeProgramFile(path: string, key: Buffer): Promise<ProgramFile> {
  withFileFailures(() => closeSync(openSync(path, 'wx', 0o600)))
  try {
    return await openBoth(path, key)
  } catch (error) {
    throw typed(error)
  }
}
