import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import { foundInBatches } from '../batches.ts'
import type { Reader, Schema } from '../schema.ts'

type Db = Pick<Reader, 'selectFrom'>

/** What the record of changes calls a merge and the way back. */
export const mergingActions = ['merges.merge', 'merges.unmerge'] as const

/** The record that stands for a person: the same, or the one into which it was merged. */
export async function standingRecord(db: Db, learnerId: number): Promise<number> {
  const row = await db
    .selectFrom('learners')
    .select('mergedIntoId')
    .where('id', '=', learnerId)
    .executeTakeFirst()
  return row?.mergedIntoId ?? learnerId
}

/**
 * True for a record and for those that were merged into it: what was written down, handed out or decided about any of
 * them is about the one person. `column` names the column of the number.
 */
export function recordOfPerson(learnerId: number, column: string): Expression<SqlBool> {
  const records = expressionBuilder<Schema>()
    .selectFrom('learners as records')
    .select('records.id')
    .where((row) => row.or([row('records.id', '=', learnerId), row('records.mergedIntoId', '=', learnerId)]))
  return sql<SqlBool>`${sql.ref(column)} in ${records}`
}

/** The records that were merged into some others. */
export async function mergedInto(db: Db, learnerIds: readonly number[]): Promise<number[]> {
  const merged = await foundInBatches(learnerIds, (some) =>
    db.selectFrom('learners').select('id').where('mergedIntoId', 'in', some).execute(),
  )
  return merged.map(({ id }) => id)
}

/** Both records of everybody of whom two were merged at a moment or later. */
export async function mergedSince(db: Db, moment: string): Promise<Set<number>> {
  const rows = await db
    .selectFrom('learnerMerges')
    .select(['keptId', 'mergedId'])
    .where('mergedAt', '>=', moment)
    .execute()
  return new Set(rows.flatMap(({ keptId, mergedId }) => [keptId, mergedId]))
}
