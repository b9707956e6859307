import { addDays, daysBetween, type IsoDate } from '../values/dates.ts'
import { roundHalfUp } from './rates.ts'

/** Hours of instruction attended: on one day (a class meeting), or a total over a period, both days included. */
export interface HoursAttended {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly hours: number
}

/** A sum of hours; `isEstimate` if a total had to be divided, because only part of its period counts. */
export interface HoursSum {
  readonly hours: number
  readonly isEstimate: boolean
}

/**
 * Hours attended from one day to another, both included. Of a total that reaches over an end only the share of its
 * days counts, as if its hours were spread evenly: whoever enters totals by month need not know each day.
 */
export function hoursWithin(attended: readonly HoursAttended[], from: IsoDate, to: IsoDate): HoursSum {
  let hours = 0
  let isEstimate = false
  for (const one of attended) {
    const first = one.from > from ? one.from : from
    const last = one.to < to ? one.to : to
    if (first > last) continue
    const isWhole = first === one.from && last === one.to
    const share = isWhole ? 1 : (daysBetween(first, last) + 1) / (daysBetween(one.from, one.to) + 1)
    hours += one.hours * share
    if (!isWhole && one.hours > 0) isEstimate = true
  }
  return { hours: roundHalfUp(hours, 2), isEstimate }
}

/**
 * Hours between two tests, or from a test until a day. The days of the tests themselves do not count, as at
 * least one state has it; the last day counts where it is not a test's (`isTestDay` false).
 */
export function hoursSinceTest(
  attended: readonly HoursAttended[],
  testedOn: IsoDate,
  until: IsoDate,
  isTestDay: boolean,
): HoursSum {
  return hoursWithin(attended, addDays(testedOn, 1), isTestDay ? addDays(until, -1) : until)
}

/** Nobody is taught longer on one day: how soon a test is too early for certain where no hours are on record. */
export const mostHoursADay = 8

/**
 * False where it cannot be said whether so many hours lie between two tests: neither presence nor absence is on
 * record, and the days between could hold the hours.
 */
export function areHoursKnown(
  attended: readonly HoursAttended[],
  since: IsoDate,
  until: IsoDate,
  minimumHours: number,
): boolean {
  if (attended.some(({ from, to }) => to > since && from < until)) return true
  return (daysBetween(since, until) - 1) * mostHoursADay < minimumHours
}
