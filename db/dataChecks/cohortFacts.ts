import type { CheckedAttempt, CheckedMember } from '../../shared/rules/dataChecks/facts.ts'
import type { LeavingReason, MemberOutcome } from '../../shared/values/vocabulary.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

/** Members who are there and in sight, in the order of names. */
const members = (db: Reader, sight: Sight) =>
  db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .innerJoin('learners', 'learners.id', 'cohortMembers.learnerId')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .select(['cohortMembers.learnerId', 'cohortMembers.cohortId', 'cohorts.code as cohortCode'])
    .select(['cohortMembers.startedOn', 'cohortMembers.outcome', 'cohortMembers.outcomeOn'])
    .select('cohortMembers.reason')

const words = ({ outcome, reason }: { outcome: string; reason: string | null }) => ({
  outcome: outcome as MemberOutcome,
  reason: reason as LeavingReason | null,
})

/** Every membership, and whether hours stand behind it. Hours of a class count while the cohort ran. */
export async function checkedMembers(db: Reader, sight: Sight): Promise<CheckedMember[]> {
  const rows = await members(db, sight)
    .orderBy('cohortMembers.id')
    .select(['cohortMembers.id', 'cohorts.startDate', 'cohorts.endDate', 'cohorts.closedOn'])
    .select((row) => {
      const first = row.fn.coalesce('cohortMembers.startedOn', 'cohorts.startDate')
      const last = row.fn.coalesce('cohortMembers.outcomeOn', 'cohorts.endDate')
      const totals = row
        .selectFrom('instructionHours')
        .select('instructionHours.id')
        .whereRef('instructionHours.learnerId', '=', 'cohortMembers.learnerId')
        .where('instructionHours.hours', '>', 0)
        .where((one) =>
          one.or([
            one('instructionHours.cohortId', '=', one.ref('cohortMembers.cohortId')),
            one.and([
              one('instructionHours.periodTo', '>=', first),
              one('instructionHours.periodFrom', '<=', last),
            ]),
          ]),
        )
      const meetings = row
        .selectFrom('attendance')
        .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
        .select('attendance.meetingId')
        .whereRef('attendance.learnerId', '=', 'cohortMembers.learnerId')
        .where('attendance.mark', 'in', ['present', 'late'])
        .where((one) => one.and([one('meetings.heldOn', '>=', first), one('meetings.heldOn', '<=', last)]))
      return row
        .case()
        .when(row.or([row.exists(totals), row.exists(meetings)]))
        .then(1)
        .else(0)
        .end()
        .as('hasHours')
    })
    .execute()
  return rows.map(({ startDate, endDate, closedOn, hasHours, ...row }) => ({
    ...row,
    ...words(row),
    cohort: { startDate, endDate, closedOn },
    hasHours: hasHours === 1,
  }))
}

/** Every sitting of an exam part, with where the person stood in the cohort. */
export async function checkedAttempts(db: Reader, sight: Sight): Promise<CheckedAttempt[]> {
  const rows = await members(db, sight)
    .innerJoin('attempts', 'attempts.cohortMemberId', 'cohortMembers.id')
    .orderBy('attempts.takenOn')
    .orderBy('attempts.id')
    .select(['attempts.id', 'attempts.takenOn'])
    .execute()
  return rows.map(({ startedOn, outcome, outcomeOn, reason, ...row }) => ({
    ...row,
    member: { startedOn, outcomeOn, ...words({ outcome, reason }) },
  }))
}
