import type { CohortDetails, ComparedCohort } from '../../shared/contract/cohorts.ts'
import type { CohortMember, MemberWarning } from '../../shared/contract/cohortValues.ts'
import type { CandidateStanding } from '../../shared/rules/certification.ts'
import { certificationWarnings } from '../../shared/rules/certificationCounts.ts'
import {
  countCompletion,
  memberStatus,
  withdrawalsByReason,
  type MemberStatus,
} from '../../shared/rules/completion.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Sight } from '../sight/sight.ts'
import { standingOf, standingsOf, summaryOf } from './cohortCounts.ts'
import type { CohortRecord, Reads } from './cohortRecords.ts'
import type { MemberRow } from './memberRecords.ts'

/** A closing window is announced so many days ahead: time enough to book a sitting in most states. */
const daysAhead = 90

/** Warnings for a member; those who left are not chased, and nobody can help those who were erased. */
export function warningsFor(
  { isErased }: Pick<MemberRow, 'isErased'>,
  status: MemberStatus,
  standing: CandidateStanding | null,
  asOf: IsoDate,
): MemberWarning[] {
  if (isErased || standing === null || (status !== 'completed' && status !== 'stillIn')) return []
  return certificationWarnings(standing, asOf, daysAhead)
}

/** A member's line on the cohort's page. */
function memberLine(member: MemberRow, cohort: CohortRecord, asOf: IsoDate): CohortMember {
  const { cohortId: _cohort, attempts: _attempts, ...recorded } = member
  const status = memberStatus(member, asOf)
  const standing = standingOf(member, cohort, asOf)
  return {
    ...recorded,
    status,
    certifiedOn: standing?.certifiedOn ?? null,
    pending: standing?.pending ?? false,
    windowCloses: standing?.windowCloses ?? null,
    warnings: warningsFor(member, status, standing, asOf),
  }
}

async function trackVersionOf(db: Reads, cohort: CohortRecord): Promise<CohortDetails['trackVersion']> {
  if (cohort.trackVersionId === null) return null
  const row = await db
    .selectFrom('trackVersions')
    .select(['id', 'version', 'effectiveFrom'])
    .where('id', '=', cohort.trackVersionId)
    .executeTakeFirst()
  return row ?? null
}

/** Everything on a cohort's page. */
export async function detailsOf(
  db: Reads,
  cohort: CohortRecord,
  members: readonly MemberRow[],
  asOf: IsoDate,
  sight: Sight,
): Promise<CohortDetails> {
  return {
    ...summaryOf(cohort, members, asOf, sight),
    asOf,
    term: cohort.term,
    trackVersion: await trackVersionOf(db, cohort),
    credential: cohort.credential,
    staff: cohort.staff,
    deliveryFeatures: cohort.deliveryFeatures,
    lessons: cohort.lessons,
    memberRows: members.map((member) => memberLine(member, cohort, asOf)),
  }
}

/** A cohort beside others: its counts and what might explain them. */
export function comparedOf(
  cohort: CohortRecord,
  members: readonly MemberRow[],
  asOf: IsoDate,
  sight: Sight,
): ComparedCohort {
  const byLevel = [...groupBy(members, (member) => member.entryLevel)]
  return {
    ...summaryOf(cohort, members, asOf, sight),
    staff: cohort.staff,
    deliveryFeatures: cohort.deliveryFeatures,
    lessons: cohort.lessons,
    withdrawals: [...withdrawalsByReason(members, asOf)]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count),
    entryLevels: byLevel
      .sort(([a], [b]) => (a ?? 0) - (b ?? 0))
      .map(([level, group]) => ({
        level,
        completion: countCompletion(group, asOf),
        certified: standingsOf(group, cohort, asOf).filter(({ certifiedOn }) => certifiedOn !== null).length,
      })),
  }
}
