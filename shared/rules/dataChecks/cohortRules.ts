import { compareDates, type IsoDate } from '../../values/dates.ts'
import { cohortState } from '../cohortState.ts'
import { memberStatus } from '../completion.ts'
import type { CheckedMember } from './facts.ts'
import { onCohort, rule } from './rule.ts'

export const completedWithoutHours = rule('missing', ['members'], ({ members }, today) =>
  members
    .filter((member) => memberStatus(member, today) === 'completed' && !member.hasHours)
    .map((member) => onCohort('cohortMember', member, { cohortCode: member.cohortCode })),
)

/** Whoever withdrew or is still in has not completed on the day of the exam either. */
export const attemptBeforeCompletion = rule('contradictory', ['attempts'], ({ attempts }, today) =>
  attempts
    .filter(({ takenOn, member }) => takenOn <= today && memberStatus(member, takenOn) !== 'completed')
    .map((attempt) =>
      onCohort('attempt', attempt, { cohortCode: attempt.cohortCode, takenOn: attempt.takenOn }),
    ),
)

const isOpen = (member: CheckedMember, today: IsoDate) =>
  memberStatus(member, today) === 'stillIn' && cohortState(member.cohort, today) !== 'closed'

/** One finding for each enrolment after the first that is still open. */
export const twoOpenEnrolments = rule('contradictory', ['members'], ({ members }, today) => {
  const open = Map.groupBy(
    members.filter((member) => isOpen(member, today)),
    ({ learnerId }) => learnerId,
  )
  return [...open.values()].flatMap((ofLearner) => {
    const inOrder = ofLearner.toSorted(
      (one, other) => compareDates(one.startedOn!, other.startedOn!) || one.id - other.id,
    )
    return inOrder.slice(1).map((member) =>
      onCohort('cohortMember', member, {
        firstCode: inOrder[0]!.cohortCode,
        secondCode: member.cohortCode,
      }),
    )
  })
})
