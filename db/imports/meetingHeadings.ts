import { daysBetween, type IsoDate } from '../../shared/values/dates.ts'
import { toDate, type DateReading } from '../files/values.ts'

/** A column of an attendance sheet: its day, and how long the meeting lasted where the heading says it. */
export interface MeetingHeading {
  readonly heldOn: IsoDate
  readonly minutes: number | null
}

const length = /[\s,·]*\(?\s*(\d{1,3})\s*(?:min|minutes|minutos)\.?\s*\)?$/iu
const weekday = /^\p{L}{2,10}[.,]?\s+(?=\d)/u
const withoutYear = /^(\d{1,2})[/.-](\d{1,2})$/
const halfAYear = 183
/** A bare number is no day, unless it is written like `20261005`. */
const bareNumber = /^(?!\d{8}$)\d+$/

/** Gives a day without a year the year that puts it nearest: a sheet is of the months around now. */
function nearest(text: string, reading: DateReading): IsoDate | null {
  const [, first, second] = withoutYear.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  const year = Number(reading.today.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((one) => {
    const day = toDate(`${first}/${second}/${one}`, reading)
    return day.ok ? [day.value] : []
  })
  return days.find((day) => Math.abs(daysBetween(reading.today, day)) <= halfAYear) ?? null
}

/** The meeting that a heading names: `10/05/2026`, `2026-10-05 (120 min)`, `Mon 10/5`; null for any other heading. */
export function readMeetingHeading(heading: string, around: Omit<DateReading, 'use'>): MeetingHeading | null {
  const reading: DateReading = { ...around, use: 'any' }
  const minutes = length.exec(heading)?.[1]
  const text = heading.replace(length, '').replace(weekday, '').trim()
  if (text === '' || bareNumber.test(text)) return null
  const day = toDate(text, reading)
  const heldOn = day.ok ? day.value : nearest(text, reading)
  return heldOn === null ? null : { heldOn, minutes: minutes === undefined ? null : Number(minutes) }
}

/** Whether a heading names a day at all: which one depends on the order of day and month, and on today. */
export const isMeetingHeading = (heading: string): boolean =>
  (['monthFirst', 'dayFirst'] as const).some(
    (order) => readMeetingHeading(heading, { order, today: '2000-01-01' }) !== null,
  )
