import { isoDateOf, type IsoDate } from '../shared/values/dates.ts'

/** The calendar day on this machine's wall at that moment. */
export function isoDateOfLocalDay(moment: Date): IsoDate {
  const day = isoDateOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
  if (day === null) throw new RangeError('the clock shows no day of the calendar')
  return day
}

/** The moment at which a day begins on this machine's wall, ISO 8601 in UTC; `daysLater` counts on from it. */
export function startOfLocalDay(day: IsoDate, daysLater = 0): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).toISOString()
}
