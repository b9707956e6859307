import type { ValueOrigin } from '../../shared/contract/origins.ts'
import type { ImportKind } from '../../shared/values/imports.ts'
import type { OriginSubject } from '../../shared/values/origins.ts'
import { batchesOf } from '../batches.ts'
import type { Reader } from '../schema.ts'
import { fieldsOf, type Fields } from './recordedFields.ts'

type Db = Pick<Reader, 'selectFrom'>

/** What one command or one row of a file did to a record. */
export interface RecordEvent {
  readonly origin: Extract<ValueOrigin, { kind: 'file' | 'typed' }>
  /** Null where the record begins. */
  readonly before: Fields | null
  /** Null where it ends: its number may be another's afterwards. */
  readonly after: Fields | null
}

interface OrderedEvent extends RecordEvent {
  readonly subjectId: number
  /** The entry in the record of changes, and the row of the import beside it. */
  readonly order: readonly [entry: number, row: number]
}

async function typedEvents(db: Db, subject: OriginSubject, ids: readonly number[]): Promise<OrderedEvent[]> {
  const rows = await db
    .selectFrom('auditEntries')
    .select(['id', 'at', 'accountName', 'subjectId', 'before', 'after'])
    .where('subject', '=', subject)
    .where('subjectId', 'in', ids)
    .where('salt', 'is not', null)
    .execute()
  return rows.flatMap(({ id, at, accountName, subjectId, before: was, after: is }): OrderedEvent[] => {
    const [before, after] = [fieldsOf(subject, was), fieldsOf(subject, is)]
    // A note about something else that happened to the learner.
    if (before === null && after === null) return []
    const origin = { kind: 'typed', at, byName: accountName } as const
    return [{ subjectId: subjectId!, order: [id, 0], origin, before, after }]
  })
}

async function fileEvents(db: Db, subject: OriginSubject, ids: readonly number[]): Promise<OrderedEvent[]> {
  const rows = await db
    .selectFrom('importRows')
    .innerJoin('imports', 'imports.id', 'importRows.importId')
    .innerJoin('auditEntries', (join) =>
      join
        .onRef('auditEntries.subjectId', '=', 'imports.id')
        .on('auditEntries.subject', '=', 'import')
        .on('auditEntries.action', '=', 'imports.apply'),
    )
    .select(['importRows.id', 'importRows.subjectId', 'importRows.before', 'importRows.after'])
    .select(['importRows.action', 'importRows.rowNumber', 'auditEntries.id as entry'])
    .select(['imports.id as importId', 'imports.kind', 'imports.fileName', 'imports.sheetName'])
    .select(['imports.appliedAt', 'imports.appliedByName'])
    .where('importRows.subject', '=', subject)
    .where('importRows.subjectId', 'in', ids)
    .where('importRows.action', 'in', ['created', 'changed'])
    .where('importRows.salt', 'is not', null)
    // Values that an undo took back are no longer what the file brought.
    .where((row) => row.or([row('undone', 'is', null), row('undone', '=', 'kept')]))
    .execute()
  return rows.map((row): OrderedEvent => {
    const { importId, fileName, sheetName, rowNumber } = row
    const isNew = row.action === 'created'
    return {
      subjectId: row.subjectId,
      order: [row.entry, row.id],
      origin: {
        ...{ kind: 'file', importId, importKind: row.kind as ImportKind, fileName, sheetName, rowNumber },
        ...{ at: row.appliedAt, byName: row.appliedByName },
      },
      before: isNew ? null : (fieldsOf(subject, row.before, 'part') ?? {}),
      after: fieldsOf(subject, row.after, 'part') ?? {},
    }
  })
}

/**
 * What commands and files did to some records of one kind, by number, the oldest first. Nothing of a former
 * record with the same number is among it.
 */
export async function recordEvents(
  db: Db,
  subject: OriginSubject,
  ids: readonly number[],
): Promise<Map<number, RecordEvent[]>> {
  const found: OrderedEvent[] = []
  for (const some of batchesOf(ids)) {
    for (const event of await typedEvents(db, subject, some)) found.push(event)
    for (const event of await fileEvents(db, subject, some)) found.push(event)
  }
  found.sort((one, other) => one.order[0] - other.order[0] || one.order[1] - other.order[1])
  const events = new Map<number, RecordEvent[]>()
  for (const event of found) {
    const { subjectId } = event
    // Where a record begins or ends, what was there before under its number is another one.
    const earlier = event.before === null || event.after === null ? [] : (events.get(subjectId) ?? [])
    events.set(subjectId, event.after === null ? [] : [...earlier, event])
  }
  return events
}
