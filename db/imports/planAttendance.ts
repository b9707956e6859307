import type { Language } from '../../shared/values/vocabulary.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { tidy } from '../files/values.ts'
import { AttendanceBook } from './attendanceBook.ts'
import { AttendancePlanning } from './planAttendanceRow.ts'
import { loadBooks, planRows, type Plan, type PlanContext } from './planning.ts'
import type { SectionBook, SectionState } from './sections.ts'
import { sheetMeetings, type SheetMeeting } from './sheetMeetings.ts'

export interface AttendancePlan extends Plan {
  readonly attendance: AttendanceBook
  /** The classes that the sheet is about. */
  readonly ofSections: readonly SectionState[]
  /** The meetings in its columns; none where each row says its day. */
  readonly columns: readonly SheetMeeting[]
}

/** The classes that the rows name, and the one that was chosen for the sheet. */
function sectionsOf({ reader, rows, settings }: PlanContext, sections: SectionBook): SectionState[] {
  const codes = new Map<string, string>()
  for (const { row } of rows) {
    const code = tidy(reader.read(row).cell('sectionCode'))
    if (code !== '') codes.set(foldForSearch(code), code)
  }
  const chosen = settings.sectionId === null ? null : sections.byId(settings.sectionId)
  const named = [...codes.values()].map((code) => sections.known(code))
  return [...new Set([chosen, ...named])].filter((section) => section !== null)
}

/** Plans an attendance sheet: with a column for each meeting, or with one mark in each row. */
export async function planAttendance(context: PlanContext, language: Language): Promise<AttendancePlan> {
  const books = await loadBooks(context.db)
  const ofSections = sectionsOf(context, books.sections)
  const attendance = await AttendanceBook.load(context.db, ofSections, (id) =>
    books.people.byKey(`learner:${id}`),
  )
  const columns = sheetMeetings(context)
  const planning = new AttendancePlanning(context, { ...books, attendance }, columns, language)
  const rows = await planRows(context, (read, planned) => planning.planRow(read, planned))
  return { rows, changes: planning.changes, ...books, attendance, ofSections, columns: columns.meetings }
}
