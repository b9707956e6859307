import type { ReportFilters, ReportScope } from '../../shared/contract/reports.ts'
import type { CandidateStanding } from '../../shared/rules/certification.ts'
import { memberStatus, type MemberStatus } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { standingOf } from '../cohorts/cohortCounts.ts'
import { readCohorts, type CohortRecord, type Reads } from '../cohorts/cohortRecords.ts'
import { readMembers, type MemberRow } from '../cohorts/memberRecords.ts'

/** One member of one cohort, and where they stand on the as-of date. */
export interface Counted {
  member: MemberRow
  cohort: CohortRecord
  status: MemberStatus
  /** Null without a credential or before the start. */
  standing: CandidateStanding | null
}

/** Everything a report counts. */
export interface Population {
  asOf: IsoDate
  cohorts: readonly CohortRecord[]
  counted: readonly Counted[]
  scope: ReportScope
}

/** Ids of the cohorts that fit, oldest first. */
async function fittingIds(db: Reads, filters: ReportFilters): Promise<number[]> {
  let chosen = db.selectFrom('cohorts').select('id').orderBy('startDate').orderBy('code')
  if (filters.cohortIds !== null) chosen = chosen.where('id', 'in', filters.cohortIds)
  if (filters.trackId !== null) chosen = chosen.where('trackId', '=', filters.trackId)
  if (filters.startsFrom !== null) chosen = chosen.where('startDate', '>=', filters.startsFrom)
  if (filters.startsTo !== null) chosen = chosen.where('startDate', '<=', filters.startsTo)
  return (await chosen.execute()).map(({ id }) => id)
}

async function trackNameOf(db: Reads, trackId: number | null) {
  if (trackId === null) return null
  const track = await db
    .selectFrom('tracks')
    .select(['nameEn', 'nameEs'])
    .where('id', '=', trackId)
    .executeTakeFirst()
  return track ? { en: track.nameEn, es: track.nameEs } : null
}

/** Reads the members that a report is about, with where each stands on its date. */
export async function reportPopulation(
  db: Reads,
  filters: ReportFilters,
  today: IsoDate,
): Promise<Population> {
  const asOf = filters.asOf ?? today
  const ids = await fittingIds(db, filters)
  const cohorts = await readCohorts(db, ids)
  const members = await readMembers(db, ids)
  const counted = cohorts.flatMap((cohort) =>
    (members.get(cohort.id) ?? []).map((member) => ({
      member,
      cohort,
      status: memberStatus(member, asOf),
      standing: standingOf(member, cohort, asOf),
    })),
  )
  const people = new Set(counted.map(({ member }) => member.learnerId)).size
  return {
    asOf,
    cohorts,
    counted,
    scope: {
      asOf,
      audience: filters.audience,
      trackName: await trackNameOf(db, filters.trackId),
      cohortCodes: cohorts.map(({ code }) => code),
      startsFrom: filters.startsFrom,
      startsTo: filters.startsTo,
      people,
    },
  }
}
