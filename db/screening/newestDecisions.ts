import type { Reader } from '../schema.ts'

/** The decision that counts for each learner of a screening: the newest. */
export function newestDecisions(db: Pick<Reader, 'selectFrom'>, screeningId: number) {
  return db.selectFrom('decisions').where('decisions.id', 'in', (where) =>
    where
      .selectFrom('decisions as each')
      .select((row) => row.fn.max('each.id').as('id'))
      .where('each.screeningId', '=', screeningId)
      .groupBy('each.learnerId'),
  )
}
