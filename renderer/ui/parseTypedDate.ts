import { CalendarDate, parseDate } from '@internationalized/date'
import { foldWord, languageOf, type DateLanguage } from './dateWords.ts'

/** What was understood of a typed date. */
export type TypedDate =
  | { readonly kind: 'empty' }
  /** A day, as `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly iso: string }
  /** The shape of a date, but no calendar has that day (30 February, month 13). */
  | { readonly kind: 'noSuchDay' }
  | { readonly kind: 'notUnderstood' }

/** Years that a person of this program can mean; anything else is a slip of the finger. */
const earliestYear = 1900
const latestYear = 2199

/** Two digits mean the latest such year not further ahead than this many years from today. */
const yearsAhead = 10

/**
 * Reads a date typed in any usual way: 3/9/81, 3-9-1981, 03091981, 1981-03-09, 9 Mar 1981, March 9th,
 * 9 de marzo de 1981, today. All-number dates follow the order of the locale (month first in en-US, day first
 * in Spanish) unless only the other order is a day. Without a year the current one is meant.
 *
 * @param text what was typed; a trailing time of day, as spreadsheets add, is ignored
 * @param locale a BCP 47 tag, such as `en-US`
 * @param today the current day, `YYYY-MM-DD`
 * @param latest the last possible day, `YYYY-MM-DD`: a year that was not typed in full goes back until the
 *   day is not after it, so that "3/9/30" as a date of birth is 1930
 */
export function parseTypedDate(text: string, locale: string, today: string, latest?: string): TypedDate {
  const plain = foldWord(text).replace(/[t\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.? ?m\.?|z)?$/u, '')
  if (plain.trim() === '') return { kind: 'empty' }
  if (!/^[\p{L}\d\s/.,\-–']+$/u.test(plain)) return { kind: 'notUnderstood' }
  const language = languageOf(locale)
  const tokens = plain.match(/\d+|\p{L}+/gu) ?? []
  const relative = tokens.length === 1 ? language.relativeDays.get(tokens[0] ?? '') : undefined
  if (relative !== undefined)
    return { kind: 'date', iso: parseDate(today).add({ days: relative }).toString() }

  const numbers = tokens.filter((token) => /^\d/u.test(token))
  const words = language.withoutFillers(tokens.filter((token) => !/^\d/u.test(token)))
  const readings =
    words.length === 0 ? numberReadings(numbers, language) : wordReadings(numbers, words, language)
  return firstRealDay(readings, today, latest)
}

/** One way to read what was typed: digits as typed, so that "81" can be told from "1981". */
interface Reading {
  readonly year: string | undefined
  readonly month: string
  readonly day: string
}

function wordReadings(
  numbers: readonly string[],
  words: readonly string[],
  language: DateLanguage,
): Reading[] {
  const month = words.length === 1 ? language.monthOf(words[0] ?? '') : undefined
  if (month === undefined) return []
  const [first, second, third] = numbers
  if (first === undefined || third !== undefined) return []
  if (second === undefined) return [{ year: undefined, month, day: first }]
  return first.length === 4 ? [{ year: first, month, day: second }] : [{ year: second, month, day: first }]
}

function numberReadings(numbers: readonly string[], language: DateLanguage): Reading[] {
  const [first = '', second, third, fourth] = numbers
  if (fourth !== undefined) return []
  if (second === undefined) return unseparatedReadings(first, language)
  if (third === undefined) return inBothOrders(first, second, undefined, language)
  if (first.length === 4) return [{ year: first, month: second, day: third }]
  return inBothOrders(first, second, third, language)
}

/** 03091981 or 030981 in the order of the locale, and 19810309. */
function unseparatedReadings(digits: string, language: DateLanguage): Reading[] {
  if (digits.length !== 8 && digits.length !== 6) return []
  const ordered = inBothOrders(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), language)
  if (digits.length === 6) return ordered
  return [{ year: digits.slice(0, 4), month: digits.slice(4, 6), day: digits.slice(6) }, ...ordered]
}

function inBothOrders(
  first: string,
  second: string,
  year: string | undefined,
  language: DateLanguage,
): Reading[] {
  const monthFirst = { year, month: first, day: second }
  const dayFirst = { year, month: second, day: first }
  return language.isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
}

function firstRealDay(readings: readonly Reading[], today: string, latest: string | undefined): TypedDate {
  let sawShape = false
  for (const { year, month, day } of readings) {
    const years = possibleYears(year, parseDate(today).year)
    if (years.length === 0 || month.length > 2 || day.length > 2) continue
    sawShape = true
    const days = years
      .map((candidate) => isoDay(candidate, Number(month), Number(day)))
      .filter((iso) => iso !== undefined)
    const iso = days.find((candidate) => latest === undefined || candidate <= latest) ?? days[0]
    if (iso !== undefined) return { kind: 'date', iso }
  }
  return { kind: sawShape ? 'noSuchDay' : 'notUnderstood' }
}

/** The years that the typed digits can mean, the likeliest first. */
function possibleYears(typed: string | undefined, currentYear: number): number[] {
  if (typed === undefined) return [currentYear, currentYear - 1]
  if (typed.length === 4) {
    const year = Number(typed)
    return year >= earliestYear && year <= latestYear ? [year] : []
  }
  if (typed.length !== 2) return []
  const horizon = currentYear + yearsAhead
  const newest = horizon - ((((horizon - Number(typed)) % 100) + 100) % 100)
  return [newest, newest - 100].filter((year) => year >= earliestYear)
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined
  const first = new CalendarDate(year, month, 1)
  if (day > first.calendar.getDaysInMonth(first)) return undefined
  return first.set({ day }).toString()
}
