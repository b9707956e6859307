import { dateInMessage, type IsoDate } from '../values/dates.ts'
import {
  exclusionReasons,
  withdrawalReasons,
  type LeavingReason,
  type MemberOutcome,
} from '../values/vocabulary.ts'
import { type RecordProblem } from './recordProblems.ts'

/** What is recorded of one learner in one cohort. */
export interface MemberRecord {
  readonly startedOn: IsoDate | null
  readonly outcome: MemberOutcome
  readonly outcomeOn: IsoDate | null
  readonly reason: LeavingReason | null
  readonly reasonNote: string | null
}

export interface CohortDates {
  readonly startDate: IsoDate
  readonly endDate: IsoDate
}

export type MemberProblem = RecordProblem<'startedOn' | 'outcome' | 'outcomeOn' | 'reason' | 'reasonNote'>

const problem = (
  field: MemberProblem['field'],
  code: string,
  values: MemberProblem['values'] = {},
): MemberProblem => ({ field, code, values })

/** The reasons that go with an outcome; empty where a reason makes no sense. */
export function reasonsFor(outcome: MemberOutcome): readonly LeavingReason[] {
  if (outcome === 'withdrew') return withdrawalReasons
  return outcome === 'excluded' ? exclusionReasons : []
}

/** True for the reasons that say nothing without a note. */
export const needsNote = (reason: LeavingReason): boolean => reason === 'other' || reason === 'otherExclusion'

function startProblem(startedOn: IsoDate, cohort: CohortDates, today: IsoDate): MemberProblem | null {
  if (startedOn > today) return problem('startedOn', 'cohorts.startedInFuture')
  if (startedOn < cohort.startDate) {
    return problem('startedOn', 'cohorts.startedBeforeCohort', { day: dateInMessage(cohort.startDate) })
  }
  if (startedOn > cohort.endDate) {
    return problem('startedOn', 'cohorts.startedAfterCohort', { day: dateInMessage(cohort.endDate) })
  }
  return null
}

function outcomeDateProblem(member: MemberRecord, today: IsoDate): MemberProblem | null {
  const { outcome, outcomeOn, startedOn } = member
  if (outcome === 'stillIn')
    return outcomeOn === null ? null : problem('outcomeOn', 'cohorts.dateWithoutOutcome')
  if (outcomeOn === null)
    return outcome === 'didNotStart' ? null : problem('outcomeOn', 'cohorts.outcomeDateMissing')
  if (outcomeOn > today) return problem('outcomeOn', 'cohorts.outcomeInFuture')
  if (startedOn !== null && outcomeOn < startedOn) {
    return problem('outcomeOn', 'cohorts.outcomeBeforeStart', { day: dateInMessage(startedOn) })
  }
  return null
}

function reasonProblem({ outcome, reason, reasonNote }: MemberRecord): MemberProblem | null {
  const fitting = reasonsFor(outcome)
  if (fitting.length === 0) return reason === null ? null : problem('reason', 'cohorts.reasonWithoutLeaving')
  if (reason === null) return problem('reason', 'cohorts.reasonMissing')
  if (!fitting.includes(reason)) return problem('reason', 'cohorts.reasonDoesNotFit')
  return needsNote(reason) && reasonNote === null ? problem('reasonNote', 'cohorts.reasonNoteMissing') : null
}

/**
 * What is wrong with a member's record, if anything: its dates against the cohort, each other and today,
 * its reason against its outcome. Somebody may complete or leave after the cohort's last day
 * (hours made up later), so that day bounds only the start.
 */
export function memberProblems(member: MemberRecord, cohort: CohortDates, today: IsoDate): MemberProblem[] {
  const problems: (MemberProblem | null)[] = []
  if (member.outcome === 'didNotStart') {
    if (member.startedOn !== null) problems.push(problem('startedOn', 'cohorts.startedAndDidNotStart'))
  } else if (member.startedOn !== null) {
    problems.push(startProblem(member.startedOn, cohort, today))
  } else if (member.outcome !== 'stillIn') {
    problems.push(problem('startedOn', 'cohorts.startMissing'))
  }
  problems.push(outcomeDateProblem(member, today), reasonProblem(member))
  return problems.filter((found) => found !== null)
}
