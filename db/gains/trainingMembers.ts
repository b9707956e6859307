import { memberStatus } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { completedOn, standingOf } from '../cohorts/cohortCounts.ts'
import { readCohorts } from '../cohorts/cohortRecords.ts'
import { readMembers } from '../cohorts/memberRecords.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'

/** One learner in one cohort: integrated education and training, in the words of the federal tables. */
export interface TrainingMember {
  readonly learnerId: number
  readonly from: IsoDate
  /** The day of the outcome, or the cohort's last day where it has none; null while the learner is in. */
  readonly to: IsoDate | null
  readonly isExcluded: boolean
  /** Days on which parts of the exam were passed. */
  readonly passedOn: readonly IsoDate[]
  readonly certifiedOn: IsoDate | null
}

/** Everybody in sight who started in a cohort, as known on a day. */
export async function trainingMembers(db: Reader, asOf: IsoDate, sight: Sight): Promise<TrainingMember[]> {
  const ids = await db.selectFrom('cohorts').select('id').where('startDate', '<=', asOf).execute()
  const cohorts = await readCohorts(
    db,
    ids.map(({ id }) => id),
    sight,
  )
  const members = await readMembers(
    db,
    cohorts.map(({ id }) => id),
    sight,
  )
  return cohorts.flatMap((cohort) =>
    (members.get(cohort.id) ?? []).flatMap((member): TrainingMember[] => {
      const status = memberStatus(member, asOf)
      if (member.isErased || member.startedOn === null) return []
      if (status === 'notYetStarted' || status === 'didNotStart') return []
      const passes = member.attempts.filter(
        ({ result, takenOn, resultOn }) => result === 'pass' && takenOn <= asOf && (resultOn ?? '') <= asOf,
      )
      const leftOn = completedOn(member, cohort) ?? member.outcomeOn ?? cohort.endDate
      return [
        {
          learnerId: member.learnerId,
          from: member.startedOn,
          to: status === 'stillIn' ? null : leftOn,
          isExcluded: status === 'excluded',
          passedOn: passes.map(({ takenOn }) => takenOn),
          certifiedOn: standingOf(member, cohort, asOf)?.certifiedOn ?? null,
        },
      ]
    }),
  )
}

/** True if a member was in the cohort on some day of a span. */
export const isInSpan = (
  member: Pick<TrainingMember, 'from' | 'to'>,
  span: { readonly from: IsoDate; readonly to: IsoDate },
): boolean => member.from <= span.to && (member.to === null || member.to >= span.from)
