import type { Reader } from '../schema.ts'
import { contentHashOf, importRowsHashOf } from './chain.ts'
import type { StoredEntry } from './findFault.ts'

/**
 * Whether the rows of an import are those that its entry stands for. `isErased` says whether a row
 * lost its contents later, with its learner or with the undo of an import. True for an entry about something else.
 */
export async function importRowsAreAsWritten(
  db: Pick<Reader, 'selectFrom'>,
  entry: StoredEntry,
  isErased: (row: { id: number; learnerId: number | null }) => boolean,
): Promise<boolean> {
  if (entry.subject !== 'import' || entry.subjectId === null || entry.after === null) return true
  const { rowsHash } = JSON.parse(entry.after) as { rowsHash?: string }
  if (rowsHash === undefined) return true
  const rows = await db.selectFrom('importRows').selectAll().where('importId', '=', entry.subjectId).execute()
  const areIntact = rows.every(({ id, salt, before, after, contentHash, learnerId }) =>
    salt === null && before === null && after === null
      ? isErased({ id, learnerId })
      : contentHashOf(salt ?? '', { before, after }) === contentHash,
  )
  return areIntact && importRowsHashOf(entry.subjectId, rows) === rowsHash
}
