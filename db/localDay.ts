import { isoDateOf, type IsoDate } from '../shared/values/dates.ts'

/** The calendar day on this machine's wall at that moment. */
export function isoDateOfLocalDay(moment: Date): IsoDate {
  const day = isoDateOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
  if (day === null) throw new RangeError('the clock shows no day of the calendar')
  return day
}
