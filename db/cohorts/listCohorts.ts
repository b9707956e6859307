import type * as z from 'zod'
import type { CohortSummary } from '../../shared/contract/cohortValues.ts'
import type { contract } from '../../shared/contract/index.ts'
import { cohortState } from '../../shared/rules/cohortState.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { cohortInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { summaryOf } from './cohortCounts.ts'
import { readCohorts, type Reads } from './cohortRecords.ts'
import { readMembers } from './memberRecords.ts'

/** The filters, order and window of a list of cohorts. */
export type ListInput = Omit<
  z.output<NonNullable<(typeof contract.cohorts.list)['~orpc']['inputSchema']>>,
  'asOf'
>

const lightRows = (db: Reads, sight: Sight) =>
  db
    .selectFrom('cohorts')
    .innerJoin('tracks', 'tracks.id', 'cohorts.trackId')
    .select([
      'cohorts.id',
      'cohorts.code',
      'cohorts.trackId',
      'cohorts.site',
      'cohorts.startDate',
      'cohorts.endDate',
      'cohorts.closedOn',
      'tracks.nameEn',
      'tracks.nameEs',
    ])
    .where(cohortInSight(sight, 'cohorts.id'))
    .execute()
type LightRow = Awaited<ReturnType<typeof lightRows>>[number]

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byCode = (a: LightRow, b: LightRow) => byText(foldForSearch(a.code), foldForSearch(b.code))

const orders: Record<ListInput['order'], (a: LightRow, b: LightRow) => number> = {
  newestFirst: (a, b) => byText(b.startDate, a.startDate) || byCode(a, b),
  oldestFirst: (a, b) => byText(a.startDate, b.startDate) || byCode(a, b),
  code: byCode,
  site: (a, b) => byText(foldForSearch(a.site), foldForSearch(b.site)) || byText(b.startDate, a.startDate),
}

function fits(row: LightRow, input: ListInput, asOf: IsoDate): boolean {
  const { search, trackId, site, state, startsFrom, startsTo } = input
  if (trackId !== null && row.trackId !== trackId) return false
  if (site !== null && row.site !== site) return false
  if (state !== null && cohortState(row, asOf) !== state) return false
  if (startsFrom !== null && row.startDate < startsFrom) return false
  if (startsTo !== null && row.startDate > startsTo) return false
  const text = foldForSearch([row.code, row.site, row.nameEn, row.nameEs].join(' '))
  return foldForSearch(search)
    .split(' ')
    .every((word) => text.includes(word))
}

/**
 * A window of the cohorts in sight that fit, with counts. Cohorts are few (dozens, not thousands), so they are
 * filtered here, where accents fold; only the members of the window are read.
 */
export async function listCohorts(
  db: Reads,
  input: ListInput,
  asOf: IsoDate,
  sight: Sight,
): Promise<{ total: number; rows: CohortSummary[]; sites: string[] }> {
  const all = await lightRows(db, sight)
  const fitting = all.filter((row) => fits(row, input, asOf)).sort(orders[input.order])
  const ids = fitting.slice(input.offset, input.offset + input.limit).map((row) => row.id)
  const members = await readMembers(db, ids, sight)
  const cohorts = await readCohorts(db, ids, sight)
  return {
    total: fitting.length,
    rows: cohorts.map((cohort) => summaryOf(cohort, members.get(cohort.id) ?? [], asOf, sight)),
    sites: [...new Set(all.map((row) => row.site))].sort((a, b) =>
      byText(foldForSearch(a), foldForSearch(b)),
    ),
  }
}
