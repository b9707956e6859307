import type { IsoDate } from '../../shared/values/dates.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { AttendanceBook } from './attendanceBook.ts'
import { AttendancePlanning } from './planAttendanceRow.ts'
import { loadBooks, planRows, type Plan, type PlanContext } from './planning.ts'
import type { SectionState } from './sections.ts'
import { sheetClasses } from './sheetClasses.ts'
import { sheetMeetings } from './sheetMeetings.ts'

export interface AttendancePlan extends Plan {
  readonly attendance: AttendanceBook
  /** The days that the sheet speaks of, for each class that it is about. */
  readonly days: ReadonlyMap<SectionState, ReadonlySet<IsoDate>>
  /** Whose cells of which meetings hold something that cannot be taken: `"17 2026-07-28"`. */
  readonly notTaken: ReadonlySet<string>
}

/** Plans an attendance sheet: with a column for each meeting, or with one mark in each row. */
export async function planAttendance(context: PlanContext, language: Language): Promise<AttendancePlan> {
  const books = await loadBooks(context.db)
  const classes = await sheetClasses(context, books)
  const planning = new AttendancePlanning(context, books.people, classes, sheetMeetings(context), language)
  const rows = await planRows(context, (read, planned) => planning.planRow(read, planned))
  const { changes, days, notTaken } = planning
  return { rows, changes, ...books, attendance: classes.attendance, days, notTaken }
}
