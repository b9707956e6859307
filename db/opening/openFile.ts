import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { migrateToLatest } from '../migrations/migrate.ts'
import type { Reader, Schema } from '../schema.ts'
import { builderOver } from './dialect.ts'
import { sqliteFailure } from './sqliteFailure.ts'

/** An open program file: one connection writes, another only reads and never waits for the first. */
export interface ProgramFile {
  writer: Kysely<Schema>
  reader: Reader
  close(): Promise<void>
}

function connect(path: string, key: Buffer, readonly: boolean): Database.Database {
  const database = new Database(path, { readonly })
  database.pragma(`key = 'raw:${key.toString('hex')}'`)
  database.pragma('busy_timeout = 5000')
  if (!readonly) {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
  }
  database.pragma('foreign_keys = ON')
  database.pragma('cache_size = -65536')
  database.pragma('temp_store = MEMORY')
  return database
}

/**
 * Opens (or makes) the encrypted file at `path` with its 256-bit key and brings it to the current schema.
 * Throws a Failure that names what is wrong: another key, a damaged or newer file, a locked one.
 */
export async function openProgramFile(path: string, key: Buffer): Promise<ProgramFile> {
  let writing: Database.Database | undefined
  try {
    writing = connect(path, key, false)
    const writer = builderOver(writing)
    await migrateToLatest(writer)
    const reading = connect(path, key, true)
    const reader = builderOver(reading)
    return {
      writer,
      reader,
      async close() {
        await reader.destroy()
        // Kysely leaves a connection open that nobody used. The writer closes last: it folds the journal in.
        reading.close()
        await writer.destroy()
      },
    }
  } catch (error) {
    writing?.close()
    throw error instanceof Database.SqliteError ? sqliteFailure(error) : error
  }
}
