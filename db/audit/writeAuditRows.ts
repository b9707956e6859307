import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { LearnerRecordSubject, ProgramSubject } from '../../shared/values/audit.ts'
import type { Writer } from '../schema.ts'
import { auditHead } from './auditHead.ts'
import { contentHashOf, entryHashOf, newSalt } from './chain.ts'
import { batchesOf } from '../batches.ts'

/**
 * What a command changed: the record, and its fields before and after (null: made or removed). What
 * belongs to a learner says to whom, so that everything about one person is found and can be erased.
 */
export type AuditNote = { subjectId: number; before?: object | null; after?: object | null } & (
  { subject: 'learner' } | { subject: LearnerRecordSubject; learnerId: number } | { subject: ProgramSubject }
)

const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null)

function learnerIdOf(note: AuditNote): number | null {
  if (note.subject === 'learner') return note.subjectId
  return 'learnerId' in note ? note.learnerId : null
}

const partsOf = (note: AuditNote | null) => ({
  subject: note?.subject ?? null,
  subjectId: note?.subjectId ?? null,
  learnerId: note === null ? null : learnerIdOf(note),
  before: json(note?.before),
  after: json(note?.after),
})

/** SQLite takes at most 32,766 parameters in one statement. */
const rowsAtOnce = 1000

/**
 * Writes one entry for each note, each chained to the one before; a command without a note still leaves
 * one entry with its name. The caller's transaction holds the write lock, so that no other entry comes in
 * between.
 */
export async function writeAuditRows(
  db: Writer,
  call: { action: string; at: string; caller: Pick<SignedInAccount, 'name'> & { id: number | null } },
  notes: readonly AuditNote[],
): Promise<void> {
  const base = { at: call.at, accountId: call.caller.id, accountName: call.caller.name, action: call.action }
  let { entries: id, hash } = await auditHead(db)
  const rows = (notes.length > 0 ? notes : [null]).map((note) => {
    const { before, after, ...about } = partsOf(note)
    const salt = newSalt()
    const entry = { id: ++id, ...base, ...about, contentHash: contentHashOf(salt, { before, after }) }
    hash = entryHashOf(hash, entry)
    return { ...entry, before, after, salt, hash }
  })
  for (const some of batchesOf(rows, rowsAtOnce)) await db.insertInto('auditEntries').values(some).execute()
}
