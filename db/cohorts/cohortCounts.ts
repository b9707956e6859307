import type { Credential } from '../../shared/contract/tracks.ts'
import type { CertificationCountsWithNames, CohortSummary } from '../../shared/contract/cohortValues.ts'
import {
  candidateStanding,
  credentialRules,
  type CandidateStanding,
} from '../../shared/rules/certification.ts'
import { countCertification } from '../../shared/rules/certificationCounts.ts'
import { cohortState } from '../../shared/rules/cohortState.ts'
import { countCompletion, memberStatus } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Sight } from '../sight/sight.ts'
import type { CohortRecord } from './cohortRecords.ts'
import type { MemberRow } from './memberRecords.ts'

/**
 * The day of completing the course. A history file may give the outcome without its date: then the
 * cohort's last day stands for it, so that the window can be counted.
 */
export const completedOn = (member: MemberRow, cohort: CohortRecord): IsoDate | null =>
  member.outcome === 'completed' ? (member.outcomeOn ?? cohort.endDate) : null

/** How a member stands at the cohort's credential; null without a credential or before the start. */
export function standingOf(member: MemberRow, cohort: CohortRecord, asOf: IsoDate): CandidateStanding | null {
  if (cohort.credential === null) return null
  const status = memberStatus(member, asOf)
  if (status === 'notYetStarted' || status === 'didNotStart') return null
  return candidateStanding(
    {
      learnerId: String(member.learnerId),
      completedOn: completedOn(member, cohort),
      attempts: member.attempts,
    },
    credentialRules(cohort.credential),
    asOf,
  )
}

/** The standings of all who started. */
export function standingsOf(
  members: readonly MemberRow[],
  cohort: CohortRecord,
  asOf: IsoDate,
): CandidateStanding[] {
  return members.map((member) => standingOf(member, cohort, asOf)).filter((standing) => standing !== null)
}

/** Certification counts with the names of the parts. */
export function countsWithNames(
  standings: readonly CandidateStanding[],
  credential: Credential,
): CertificationCountsWithNames {
  const counts = countCertification(standings, credentialRules(credential))
  return {
    ...counts,
    parts: counts.parts.map((part, index) => ({ ...part, name: credential.parts[index]!.name })),
  }
}

/** Somebody who did not start holds no seat. */
export const holdsSeat = ({ outcome }: Pick<MemberRow, 'outcome'>): boolean => outcome !== 'didNotStart'

/** Seats that nobody holds. Null without a limit. */
export function seatsLeft(seats: number | null, members: readonly MemberRow[]): number | null {
  if (seats === null) return null
  return seats - members.filter(holdsSeat).length
}

/** A cohort with the counts of its members in sight as of a date. */
export function summaryOf(
  cohort: CohortRecord,
  members: readonly MemberRow[],
  asOf: IsoDate,
  sight: Sight,
): CohortSummary {
  const { id, code, trackId, trackName, site, startDate, endDate, closedOn, seats, credential } = cohort
  return {
    id,
    code,
    trackId,
    trackName,
    site,
    startDate,
    endDate,
    closedOn,
    state: cohortState(cohort, asOf),
    seats,
    // Who sees some of the members can't tell how many seats the others hold.
    seatsLeft: sight.instructorId === null ? seatsLeft(seats, members) : null,
    members: members.length,
    completion: countCompletion(members, asOf),
    certification:
      credential === null ? null : countsWithNames(standingsOf(members, cohort, asOf), credential),
  }
}
