import type { AttemptRow as GridRow } from '../../shared/contract/cohortValues.ts'
import { memberStatus } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { completedOn, standingOf } from '../cohorts/cohortCounts.ts'
import { warningsFor } from '../cohorts/cohortDetails.ts'
import type { CohortRecord } from '../cohorts/cohortRecords.ts'
import type { MemberRow } from '../cohorts/memberRecords.ts'
import { attemptRecords } from './attemptRecords.ts'

/** Room for so many sittings of each part: the limit, or one more than anybody needed so far. */
export function gridColumns(cohort: CohortRecord, members: readonly MemberRow[]): number {
  const used = Math.max(0, ...members.flatMap(({ attempts }) => attempts.map(({ sequence }) => sequence)))
  return Math.max(cohort.credential?.attemptLimit ?? 2, used + (cohort.credential?.attemptLimit ? 0 : 1))
}

/** One member's line in the grid of attempts. */
export function gridRow(member: MemberRow, cohort: CohortRecord, asOf: IsoDate): GridRow {
  const status = memberStatus(member, asOf)
  const standing = standingOf(member, cohort, asOf)
  return {
    memberId: member.memberId,
    learnerId: member.learnerId,
    familyName: member.familyName,
    givenName: member.givenName,
    preferredName: member.preferredName,
    studentId: member.studentId,
    status,
    startedOn: member.startedOn,
    completedOn: completedOn(member, cohort),
    attempts: attemptRecords(member),
    parts: (standing?.parts ?? []).map(({ part, passedOn, waiting, attemptsUsed, attemptsLeft }) => ({
      part,
      passedOn,
      waiting,
      attemptsUsed,
      attemptsLeft,
    })),
    certifiedOn: standing?.certifiedOn ?? null,
    pending: standing?.pending ?? false,
    windowCloses: standing?.windowCloses ?? null,
    warnings: warningsFor(member, status, standing, asOf),
  }
}
