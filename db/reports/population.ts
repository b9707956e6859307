import { setImmediate } from 'node:timers/promises'
import type { ReportFilters, ReportScope } from '../../shared/contract/reports.ts'
import { resultKnown, type CandidateStanding } from '../../shared/rules/certification.ts'
import { memberStatus, type MemberStatus } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { standingOf } from '../cohorts/cohortCounts.ts'
import { readCohorts, type CohortRecord, type Reads } from '../cohorts/cohortRecords.ts'
import { cohortInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { readMembers, type AttemptRow, type MemberRow } from '../cohorts/memberRecords.ts'

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

/** How many different people started, in one cohort or several. */
export const differentPeople = (counted: readonly Counted[]): number =>
  new Set(counted.filter(hasStarted).map(({ member }) => member.learnerId)).size

/** Counted in *enrolled*; the others are only listed. */
export const hasStarted = ({ status }: Counted): boolean =>
  status !== 'didNotStart' && status !== 'notYetStarted'

/** The sittings of somebody who started that lie on or before a date, with what was known of them on it. */
export const knownSittings =
  (asOf: IsoDate) =>
  (counted: Counted): AttemptRow[] =>
    hasStarted(counted)
      ? counted.member.attempts
          .filter(({ takenOn }) => takenOn <= asOf)
          .map((sitting) => ({ ...sitting, result: resultKnown(sitting, asOf) }))
      : []

/** Ids of the cohorts in sight that fit, oldest first. */
async function fittingIds(db: Reads, filters: ReportFilters, sight: Sight): Promise<number[]> {
  if (filters.cohortIds?.length === 0) return []
  let chosen = db
    .selectFrom('cohorts')
    .select('cohorts.id')
    .where(cohortInSight(sight, 'cohorts.id'))
    .orderBy('startDate')
    .orderBy('code')
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

/** Cohorts read and judged at a time; other calls run in between. */
const batch = 4

/** Told after each batch, to show how far it is and to let other calls run. */
export type AfterBatch = (done: number, total: number) => Promise<unknown>

async function countedOf(
  db: Reads,
  cohorts: readonly CohortRecord[],
  asOf: IsoDate,
  sight: Sight,
  afterBatch: AfterBatch,
): Promise<Counted[]> {
  const counted: Counted[] = []
  for (let start = 0; start < cohorts.length; start += batch) {
    const some = cohorts.slice(start, start + batch)
    const members = await readMembers(
      db,
      some.map(({ id }) => id),
      sight,
    )
    for (const cohort of some) {
      for (const member of members.get(cohort.id) ?? []) {
        const status = memberStatus(member, asOf)
        counted.push({ member, cohort, status, standing: standingOf(member, cohort, asOf) })
      }
    }
    await afterBatch(start + some.length, cohorts.length)
  }
  return counted
}

/** Reads the members in sight that a report is about, with where each stands on its date. */
export async function reportPopulation(
  db: Reads,
  filters: ReportFilters,
  today: IsoDate,
  sight: Sight,
  afterBatch: AfterBatch = () => setImmediate(),
): Promise<Population> {
  const asOf = filters.asOf ?? today
  const cohorts = await readCohorts(db, await fittingIds(db, filters, sight), sight)
  const counted = await countedOf(db, cohorts, asOf, sight, afterBatch)
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
      people: differentPeople(counted),
    },
  }
}
