import { participationPeriods } from '../../shared/rules/participation.ts'
import { table11Days, type TrainingExit } from '../../shared/rules/table11.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { hoursOfLearners } from '../attendance/hoursOfLearners.ts'
import type { Reader } from '../schema.ts'
import { isInSpan, type TrainingMember } from './trainingMembers.ts'

/** Who ended a period of participation in integrated training. */
export interface LearnerExit extends TrainingExit {
  readonly learnerId: number
}

/**
 * Those who were in a cohort during a period of participation that ended, once for each such period. Whoever left
 * a cohort for a reason that takes them out of every count is left out.
 */
export async function trainingExits(
  db: Reader,
  programYear: number,
  asOf: IsoDate,
  training: readonly TrainingMember[],
): Promise<LearnerExit[]> {
  const { from } = table11Days('exitsOfCalendarYear', programYear)
  const byLearner = Map.groupBy(training, ({ learnerId }) => learnerId)
  const hours = await hoursOfLearners(db, [...byLearner.keys()], { from: null, to: null })
  return [...byLearner].flatMap(([learnerId, members]) =>
    participationPeriods(hours.get(learnerId) ?? [], asOf).flatMap((period): LearnerExit[] => {
      const { exitedOn, firstService, participantOn } = period
      if (exitedOn === null || participantOn === null || exitedOn < from) return []
      const inPeriod = members.filter((member) => isInSpan(member, { from: firstService, to: exitedOn }))
      if (inPeriod.length === 0 || inPeriod.some(({ isExcluded }) => isExcluded)) return []
      const certified = inPeriod.flatMap(({ certifiedOn }) => certifiedOn ?? []).toSorted()
      return [{ learnerId, exitedOn, firstService, certifiedOn: certified[0] ?? null }]
    }),
  )
}
