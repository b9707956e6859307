import { foldForSearch } from '../../../shared/values/names.ts'
import { isIsoDate, isoDateOf, type IsoDate } from '../../../shared/values/dates.ts'
import { tidy, converted, failed, toText, type Converted } from './converted.ts'
import type { Cell } from '../tableFile.ts'
import { dayOfSerial } from '../xlsx/serialDay.ts'

/** Which number comes first in `03/09/1981`. */
export type DateOrder = 'monthFirst' | 'dayFirst'

export interface DateReading {
  /** A birth date lies in the past and means a learner of at least twelve; a past one is not after today. */
  readonly use: 'birth' | 'past' | 'any'
  readonly today: IsoDate
  /** Month first unless told. */
  readonly order?: DateOrder | undefined
  /** True for bare serial numbers out of a workbook that counts from 1904. */
  readonly date1904?: boolean | undefined
}

const earliestYear = 1900
const oldestAge = 120
/** With two digits of a year, nobody younger than this is meant by a birth date. */
const youngestByTwoDigits = 12
/** Bare numbers taken as spreadsheet days: 1927 to 2119. Smaller ones are more likely years, larger ones ids. */
const serials = { from: 10_000, to: 80_000 }

const monthStarts: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct'],
  ['nov'],
  ['dec', 'dic'],
]

/** A time of day after a date is left out. */
const timeOfDay = /[ t,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.? ?m\.?)?( ?z|[+-]\d{2}:?\d{2})?$/i
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/
const dayMonthWord = /^(\d{1,2})(?:st|nd|rd|th)?[ -]*(?:de )?(\p{L}{3,})\.?[ ,-]*(?:del? )?(\d{2}|\d{4})$/iu
const monthWordDay = /^(\p{L}{3,})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{2}|\d{4})$/iu

/**
 * A calendar day out of a date cell or text as people write it: `03/09/1981`, `3/9/81`, `1981-03-09`,
 * `9 Mar 1981`, `March 9, 1981`, `9 de marzo de 1981`, `19810309`, or a spreadsheet's serial day.
 */
export function toDate(cell: Cell, reading: DateReading): Converted<IsoDate> {
  const text = toText(cell)
  if (!text.ok) return text
  const date =
    typeof cell === 'object' && cell.date !== undefined && isIsoDate(cell.date)
      ? converted(cell.date)
      : readText(text.value.replace(timeOfDay, ''), reading)
  return date.ok ? checked(date.value, reading) : date
}

/**
 * The order of day and month in a column, when at least one date can only be read one way.
 * @returns null when every date could be either, `'mixed'` when some need one order and some the other
 */
export function guessDateOrder(cells: Iterable<Cell>): DateOrder | 'mixed' | null {
  let found: DateOrder | null = null
  for (const cell of cells) {
    const [, first, second] = yearLast.exec(tidy(cell).replace(timeOfDay, '')) ?? []
    const order = Number(first) > 12 ? 'dayFirst' : Number(second) > 12 ? 'monthFirst' : null
    if (order === null) continue
    if (found !== null && found !== order) return 'mixed'
    found = order
  }
  return found
}

function readText(text: string, reading: DateReading): Converted<IsoDate> {
  const leading = yearFirst.exec(text) ?? eightDigits.exec(text)
  if (leading) return dayOf(leading[1]!, leading[2]!, leading[3]!, reading)
  const trailing = yearLast.exec(text)
  if (trailing) {
    const [, first, second, year] = trailing as unknown as [string, string, string, string]
    return reading.order === 'dayFirst'
      ? dayOf(year, second, first, reading)
      : dayOf(year, first, second, reading)
  }
  const dayWord = dayMonthWord.exec(text)
  if (dayWord) return wordDate(dayWord[3]!, dayWord[2]!, dayWord[1]!, reading)
  const wordDay = monthWordDay.exec(text)
  if (wordDay) return wordDate(wordDay[3]!, wordDay[1]!, wordDay[2]!, reading)
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : NaN
  const day =
    serial >= serials.from && serial <= serials.to ? dayOfSerial(serial, reading.date1904 ?? false) : null
  return day === null ? failed('notADate') : converted(day)
}

function wordDate(year: string, word: string, day: string, reading: DateReading): Converted<IsoDate> {
  const start = foldForSearch(word).slice(0, 3)
  const month = monthStarts.findIndex((starts) => starts.includes(start)) + 1
  return month === 0 ? failed('notADate') : dayOf(year, String(month), day, reading)
}

function dayOf(year: string, month: string, day: string, reading: DateReading): Converted<IsoDate> {
  if (Number(month) < 1 || Number(month) > 12) return failed('noSuchMonth')
  const fullYear = year.length === 2 ? centuryOf(Number(year), reading) : Number(year)
  const date = isoDateOf(fullYear, Number(month), Number(day))
  return date === null ? failed('noSuchDay') : converted(date)
}

/** The year meant by two digits: for a birth, the latest that makes a learner old enough; else the nearest. */
function centuryOf(twoDigits: number, { use, today }: DateReading): number {
  const thisYear = Number(today.slice(0, 4))
  const latest = use === 'birth' ? thisYear - youngestByTwoDigits : thisYear + 49
  return latest - ((((latest - twoDigits) % 100) + 100) % 100)
}

function checked(date: IsoDate, { use, today }: DateReading): Converted<IsoDate> {
  if (use !== 'any' && date > today) return failed('inFuture')
  const year = Number(date.slice(0, 4))
  const earliest = use === 'birth' ? Number(today.slice(0, 4)) - oldestAge : earliestYear
  return year < earliest ? failed('tooLongAgo') : converted(date)
}
