import { CalendarDate } from '@internationalized/date'

/** A calendar day as `YYYY-MM-DD`. Such texts sort and compare as the days do. */
export type IsoDate = string

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const shape = /^\d{4}-\d{2}-\d{2}$/

/** The number that the digits at these places write. */
function digitsOf(text: string, start: number, end: number): number {
  let number = 0
  for (let place = start; place < end; place++) number = number * 10 + text.charCodeAt(place) - 48
  return number
}

// By character codes: a screening reads dates a hundred thousand times over, and slices would all be garbage.
function partsOf(date: IsoDate): DayParts {
  return { year: digitsOf(date, 0, 4), month: digitsOf(date, 5, 7), day: digitsOf(date, 8, 10) }
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** True for a day that exists in the calendar, written `YYYY-MM-DD`; years 0001 to 9999. */
export function isIsoDate(text: string): text is IsoDate {
  if (!shape.test(text)) return false
  const { year, month, day } = partsOf(text)
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const last = month === 2 && isLeapYear(year) ? 29 : daysInMonths[month - 1]!
  return day <= last
}

/** The day written as `YYYY-MM-DD`, or null if there is no such day (30 February). */
export function isoDateOf(year: number, month: number, day: number): IsoDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isIsoDate(text) ? text : null
}

/** Negative if the first day is earlier, 0 if equal, positive if later. */
export function compareDates(first: IsoDate, second: IsoDate): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/**
 * Days since 1 January 1970, negative before it.
 * Integer arithmetic on the civil calendar: a screening asks this for every learner and requirement.
 */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Whole days from the first day to the second; negative if the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Noon of the day in UTC, in milliseconds: what an ICU message with `{day, date, long}` shows as that day
 * in every time zone of the Americas and Europe. Failures carry their dates so.
 */
export function dateInMessage(date: IsoDate): number {
  return (dayNumber(date) + 0.5) * 86_400_000
}

function calendarDate(date: IsoDate): CalendarDate {
  const { year, month, day } = partsOf(date)
  return new CalendarDate(year, month, day)
}

/** Every month has these days. */
const daysOfEveryMonth = 28
const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`)

/** The day so many days later (earlier if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  // Hours between tests ask for the next day hundreds of thousands of times, and most stay in their month.
  const day = digitsOf(date, 8, 10) + days
  if (day >= 1 && day <= daysOfEveryMonth) return `${date.slice(0, 8)}${twoDigits(day)}`
  return calendarDate(date).add({ days }).toString()
}

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const monthsMoved = year * 12 + month - 1 + months
  const isShort = day > daysOfEveryMonth
  const moved = isShort ? null : isoDateOf(Math.floor(monthsMoved / 12), (monthsMoved % 12) + 1, day)
  if (moved !== null) return moved
  return calendarDate(date).add({ months }).toString()
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return calendarDate(date).add({ years }).toString()
}

/**
 * Completed months from one day to another. A day that the later month lacks counts as passed
 * on the first of the next month, so that somebody born on 29 February turns a year older
 * on 1 March of a common year. Zero or negative if `to` is not after `from`.
 */
export function wholeMonthsBetween(from: IsoDate, to: IsoDate): number {
  const start = partsOf(from)
  const end = partsOf(to)
  const months = (end.year - start.year) * 12 + end.month - start.month
  return end.day < start.day ? months - 1 : months
}

/** Completed years from one day to another; a birthday on 29 February counts from 1 March in common years. */
export function wholeYearsBetween(from: IsoDate, to: IsoDate): number {
  return Math.floor(wholeMonthsBetween(from, to) / 12)
}

/** Age in completed half years: 16.5 from the day six months after the sixteenth birthday. */
export function ageInHalfYears(birthDate: IsoDate, on: IsoDate): number {
  return Math.floor(wholeMonthsBetween(birthDate, on) / 6) / 2
}

/** The first day on which somebody is that many years old; years may end in .5. */
export function dayOfAge(birthDate: IsoDate, years: number): IsoDate {
  const months = Math.round(years * 12)
  const day = addMonths(birthDate, months)
  return wholeMonthsBetween(birthDate, day) >= months ? day : addDays(day, 1)
}

/** The year in which the program year of a day ends: 2026 for 1 July 2025 to 30 June 2026. */
export function programYearOf(date: IsoDate): number {
  const { year, month } = partsOf(date)
  return month >= 7 ? year + 1 : year
}

/** First and last day of the program year that ends in the given year. */
export function programYearSpan(endingYear: number): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from: `${endingYear - 1}-07-01`, to: `${endingYear}-06-30` }
}
