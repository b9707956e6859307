import type { PlanDb } from '../planning.ts'
import type { RecordSubject } from '../recordChanges.ts'

export type Fields = Record<string, unknown>

/** What an import did to one record, all its rows taken together. */
export interface ImportedRecord {
  readonly subject: RecordSubject
  readonly id: number
  /** Whose record it is; null for a class or a cohort. */
  readonly learnerId: number | null
  /** The first row that was about it. */
  readonly rowNumber: number
  readonly isCreated: boolean
  /** The fields that changed, as they were; empty for a new record. */
  readonly before: Fields
  /** The fields as the import left them; empty ones of a new record are left out. */
  readonly after: Fields
  readonly addedPhones: string[]
  readonly addedOtherIds: string[]
}

const fieldsOf = (json: string | null): Fields => (json === null ? {} : (JSON.parse(json) as Fields))

/** The records that an import made or changed. Those of people who were erased since are left out. */
export async function importedRecords(db: PlanDb, importId: number): Promise<ImportedRecord[]> {
  const rows = await db
    .selectFrom('importRows')
    .select(['rowNumber', 'action', 'subject', 'subjectId', 'learnerId', 'before', 'after'])
    .where('importId', '=', importId)
    .where('action', 'in', ['created', 'changed'])
    .where('salt', 'is not', null)
    // Removed again with another import: its number may be another record's by now.
    .where('undone', 'is', null)
    .orderBy('id')
    .execute()
  const records = new Map<string, ImportedRecord>()
  for (const row of rows) {
    const key = `${row.subject} ${row.subjectId}`
    const record = records.get(key) ?? {
      ...{ subject: row.subject as RecordSubject, id: row.subjectId, rowNumber: row.rowNumber },
      learnerId: row.learnerId,
      ...{ isCreated: row.action === 'created', before: {}, after: {}, addedPhones: [], addedOtherIds: [] },
    }
    records.set(key, record)
    const { phone, otherId, ...after } = fieldsOf(row.after)
    record.addedPhones.push(...((phone as string[] | undefined) ?? []))
    record.addedOtherIds.push(...((otherId as string[] | undefined) ?? []))
    Object.assign(record.after, after)
    // What an earlier row of the file made of it is not what it was.
    if (!record.isCreated) Object.assign(record.before, { ...fieldsOf(row.before), ...record.before })
  }
  return [...records.values()]
}
