import { longestMeeting } from '../../shared/rules/attendance.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { tidy, toWholeNumber } from '../files/values.ts'
import { readMeetingHeading } from './meetingHeadings.ts'
import type { PlanContext } from './planning.ts'
import type { Column, ReadRow } from './readRow.ts'

/** A column of a sheet that is a class meeting. */
export interface SheetMeeting {
  readonly column: Column
  readonly heldOn: IsoDate
  /** What the sheet says that it lasted; null where it says nothing. */
  readonly minutes: number | null
  /** Another column has this day already. */
  readonly isSecond: boolean
}

/** How the row is headed in which a sheet says how long each meeting lasted. */
const lengthWords = new Set([
  'minutes',
  'minutos',
  'length',
  'duration',
  'duracion',
  'minutes of the meeting',
  'minutos de la sesion',
])

/** Whether a row says how long the meetings lasted, and is about no learner. */
export function isLengthsRow(read: ReadRow): boolean {
  if (!read.has('meetingDay')) return false
  return ['studentId', 'fullName', 'familyName', 'givenName'].some((field) =>
    lengthWords.has(foldForSearch(tidy(read.cell(field)))),
  )
}

/** A length in minutes, or what is wrong with it. */
export function readLength(cell: Parameters<typeof toWholeNumber>[0]): number | null | 'notALength' {
  const number = toWholeNumber(cell)
  if (!number.ok) return number.problem === 'blank' ? null : 'notALength'
  return number.value >= 1 && number.value <= longestMeeting ? number.value : 'notALength'
}

/** The meetings in the columns of a sheet, and those among its columns that name no day. */
export function sheetMeetings({ reader, rows }: PlanContext): {
  readonly meetings: readonly SheetMeeting[]
  readonly withoutDay: readonly Column[]
} {
  const lengths = new Map<number, number>()
  for (const { row } of rows) {
    const read = reader.read(row)
    if (!isLengthsRow(read)) continue
    for (const { column, cell } of read.cellsByColumn('meetingDay')) {
      const length = readLength(cell)
      if (typeof length === 'number') lengths.set(column.index, length)
    }
  }
  const { use: _, ...around } = reader.dateReading('any')
  const days = new Set<IsoDate>()
  const withoutDay: Column[] = []
  const meetings = reader.columnsOf('meetingDay').flatMap((column): SheetMeeting[] => {
    const heading = readMeetingHeading(column.heading, around)
    if (heading === null) {
      withoutDay.push(column)
      return []
    }
    const isSecond = days.has(heading.heldOn)
    days.add(heading.heldOn)
    const minutes = lengths.get(column.index) ?? heading.minutes
    return [{ column, heldOn: heading.heldOn, minutes, isSecond }]
  })
  return { meetings, withoutDay }
}
