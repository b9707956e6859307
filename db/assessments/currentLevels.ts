import { sql } from 'kysely'
import type { Writer } from '../schema.ts'

/**
 * Brings `currentLevels` up to date for some learners: their newest usable assessment in each area, by
 * the same order of preference as `newestUsable` in shared/rules. Call it after every change of
 * assessments, in the same transaction.
 */
export async function refreshCurrentLevels(db: Writer, learnerIds: readonly number[]): Promise<void> {
  const ids = [...new Set(learnerIds)]
  for (let start = 0; start < ids.length; start += 5000) await refreshSome(db, ids.slice(start, start + 5000))
}

async function refreshSome(db: Writer, learnerIds: readonly number[]): Promise<void> {
  await db.deleteFrom('currentLevels').where('learnerId', 'in', learnerIds).execute()
  await db
    .insertInto('currentLevels')
    .columns(['learnerId', 'skillArea', 'assessmentId', 'level', 'score', 'testedOn'])
    .expression((from) =>
      from
        .selectFrom((inner) =>
          inner
            .selectFrom('assessments')
            .where('learnerId', 'in', learnerIds)
            .where('score', 'is not', null)
            .where('accurate', '=', 1)
            .where('voidedAt', 'is', null)
            .select(['learnerId', 'skillArea', 'id', 'level', 'score', 'testedOn'])
            .select(
              sql<number>`row_number() over (
                partition by "learnerId", "skillArea"
                order by "testedOn" desc, "score" desc, "instrument" desc, "form" desc
              )`.as('place'),
            )
            .as('newest'),
        )
        .where('place', '=', 1)
        .select((column) => [
          'learnerId',
          'skillArea',
          'id as assessmentId',
          'level',
          column.ref('score').$castTo<number>().as('score'),
          'testedOn',
        ]),
    )
    .execute()
}
