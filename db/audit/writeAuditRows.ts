import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { Writer } from '../schema.ts'

/** What a command changed: the record, and its fields before and after (null: made or removed). */
export interface AuditNote {
  subject: string
  subjectId: number
  before?: object | null
  after?: object | null
}

const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null)

/** One row for each note; a command without a note still leaves one row with its name. */
export async function writeAuditRows(
  db: Writer,
  call: { action: string; at: string; caller: SignedInAccount },
  notes: readonly AuditNote[],
): Promise<void> {
  const base = { at: call.at, accountId: call.caller.id, accountName: call.caller.name, action: call.action }
  const rows = notes.map((note) => ({
    ...base,
    subject: note.subject,
    subjectId: note.subjectId,
    before: json(note.before),
    after: json(note.after),
  }))
  const values =
    rows.length > 0 ? rows : [{ ...base, subject: null, subjectId: null, before: null, after: null }]
  // SQLite takes at most 32,766 parameters in one statement.
  for (let start = 0; start < values.length; start += 1000) {
    await db
      .insertInto('auditEntries')
      .values(values.slice(start, start + 1000))
      .execute()
  }
}
