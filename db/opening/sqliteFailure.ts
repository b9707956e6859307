import type Database from 'better-sqlite3'
import { Failure } from '../failure.ts'

const codes: readonly (readonly [string, string])[] = [
  ['SQLITE_NOTADB', 'programFileUnreadable'],
  ['SQLITE_BUSY', 'programFileLocked'],
  ['SQLITE_LOCKED', 'programFileLocked'],
  ['SQLITE_CORRUPT', 'programFileDamaged'],
  // What can be said about a missing or read-only file was said before SQLite was asked.
  ['SQLITE_CANTOPEN', 'diskFailed'],
  ['SQLITE_READONLY_DBMOVED', 'programFileVanished'],
  ['SQLITE_READONLY', 'programFolderReadOnly'],
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_IOERR', 'diskFailed'],
  ['SQLITE_CONSTRAINT', 'recordContradicts'],
]

/** SQLite's own words can name a table or a file; what leaves the core is a code with its own message. */
export function sqliteFailure(error: InstanceType<typeof Database.SqliteError>): Failure {
  const known = codes.find(([prefix]) => error.code.startsWith(prefix))
  return new Failure('broken', known?.[1] ?? 'unforeseen')
}
