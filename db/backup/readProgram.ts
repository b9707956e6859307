import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { RecordCounts } from '../../shared/contract/backupValues.ts'
import { BackupProblem } from './backupFault.ts'
import type { FileFacts, ProgramContent } from './manifest.ts'

/** A connection for looking through a program file, apart from those of the core. */
export function connectTo(
  path: string,
  key: Uint8Array,
  { readonly }: { readonly: boolean },
): Database.Database {
  const database = new Database(path, { readonly, fileMustExist: true })
  try {
    database.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
    database.pragma('busy_timeout = 5000')
    database.pragma('temp_store = MEMORY')
    // The first page is read here: another key shows at once.
    database.pragma('schema_version')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const newestChangeIn = (database: Database.Database) =>
  (database.prepare('select max(at) as at from auditEntries').get() as { at: string | null }).at

function countsIn(database: Database.Database): RecordCounts {
  const count = (table: string) =>
    (database.prepare(`select count(*) as count from ${table}`).get() as { count: number }).count
  return {
    learners: count('learners'),
    assessments: count('assessments'),
    cohorts: count('cohorts'),
    changes: count('auditEntries'),
  }
}

function auditHeadIn(database: Database.Database): ProgramContent['auditHead'] {
  const columns = database.pragma('table_info(auditEntries)') as { name: string }[]
  if (!columns.some(({ name }) => name === 'hash')) return null
  const last = database.prepare('select id, hash from auditEntries order by id desc limit 1').get()
  if (!last) return null
  const { id, hash } = last as { id: number; hash: string }
  return { entries: id, hash }
}

/** What an open program holds, at whatever step of its history it is. */
export const contentOf = (database: Database.Database): ProgramContent => ({
  counts: countsIn(database),
  newestChangeAt: newestChangeIn(database),
  auditHead: auditHeadIn(database),
})

/** Reads every page and index. Throws `copyDamaged` when something in it contradicts itself. */
export function readThrough(database: Database.Database): void {
  const found = database.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new BackupProblem('copyDamaged')
}

const pieceBytes = 1024 * 1024

/** Length and SHA-256 of a file that nobody has open. */
export function factsOf(path: string): FileFacts {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(pieceBytes)
  const file = openSync(path, 'r')
  let bytes = 0
  try {
    for (let read; (read = readSync(file, piece, 0, pieceBytes, null)) > 0; bytes += read) {
      hash.update(piece.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return { bytes, sha256: hash.digest('hex') }
}
