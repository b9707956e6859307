import type { PlanDb } from '../planning.ts'
import type { RecordSubject } from '../recordChanges.ts'
import type { Fields, ImportedRecord } from './importedRecords.ts'
import { recordKinds } from './recordKinds.ts'

/** SQLite takes at most 32,766 values in one statement. */
const idsAtOnce = 5000

/** Calls `some` with the numbers in groups that one statement can take, and gathers the answers. */
export async function inGroups<Row>(
  ids: readonly number[],
  some: (ids: readonly number[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    for (const row of await some(ids.slice(start, start + idsAtOnce))) rows.push(row)
  }
  return rows
}

export interface PhoneNow {
  readonly id: number
  readonly number: string
  readonly contactName: string | null
}

/** The records of one kind as they are now, by number. */
export async function recordsNow(
  db: PlanDb,
  subject: RecordSubject,
  records: readonly ImportedRecord[],
): Promise<Map<number, Fields>> {
  const ids = records.map(({ id }) => id)
  const rows = await inGroups<Fields>(ids, (some) =>
    db.selectFrom(recordKinds[subject].table).selectAll().where('id', 'in', some).execute(),
  )
  return new Map(rows.map((row) => [row.id as number, row]))
}

/** The phones and second student numbers that learners have now. */
export async function learnerListsNow(db: PlanDb, learnerIds: readonly number[]) {
  const phones = await inGroups(learnerIds, (some) =>
    db
      .selectFrom('learnerPhones')
      .select(['id', 'learnerId', 'number', 'contactName'])
      .where('learnerId', 'in', some)
      .execute(),
  )
  const otherIds = await inGroups(learnerIds, (some) =>
    db
      .selectFrom('learnerOtherIds')
      .select(['studentId', 'learnerId'])
      .where('learnerId', 'in', some)
      .execute(),
  )
  const phonesOf = Map.groupBy(phones, ({ learnerId }) => learnerId)
  const otherIdsOf = Map.groupBy(otherIds, ({ learnerId }) => learnerId)
  return {
    phonesOf: (learnerId: number): readonly PhoneNow[] => phonesOf.get(learnerId) ?? [],
    otherIdsOf: (learnerId: number): readonly string[] =>
      (otherIdsOf.get(learnerId) ?? []).map(({ studentId }) => studentId),
  }
}
export type LearnerLists = Awaited<ReturnType<typeof learnerListsNow>>
