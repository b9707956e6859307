import { attendedHours } from '../../attendance/attendedHours.ts'
import { batchesOf } from '../../batches.ts'
import type { Work } from '../reach.ts'
import { activeLearners } from './activeLearners.ts'
import { countRows, listBody } from './listBody.ts'
import { withLearners } from './shownLearners.ts'
import { roundHalfUp } from '../../../shared/rules/rates.ts'

/** Active learners without any test that counts. */
const untested = (work: Work) =>
  activeLearners(work).where((row) =>
    row.not(
      row.exists(
        row
          .selectFrom('currentLevels')
          .select('currentLevels.learnerId')
          .whereRef('currentLevels.learnerId', '=', 'learners.id'),
      ),
    ),
  )

async function hoursOf({ db }: Work, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const hours = new Map<number, number>()
  for (const some of batchesOf(ids)) {
    const sums = await attendedHours(db)
      .where('learnerId', 'in', some)
      .groupBy('learnerId')
      .select('learnerId')
      .select((row) => row.fn.sum<number>('hours').as('hours'))
      .execute()
    for (const sum of sums) hours.set(sum.learnerId, roundHalfUp(Number(sum.hours), 2))
  }
  return hours
}

/** The ones with most hours first: their gains are lost already. */
async function find(work: Work) {
  const learners = await untested(work).select('learners.id as learnerId').execute()
  const hours = await hoursOf(
    work,
    learners.map(({ learnerId }) => learnerId),
  )
  return learners
    .map(({ learnerId }) => ({ learnerId, hours: hours.get(learnerId) ?? 0 }))
    .sort((one, other) => other.hours - one.hours || one.learnerId - other.learnerId)
}

export const neverTested = {
  ...listBody(find, withLearners),
  count: (work: Work) => countRows(untested(work)),
}
