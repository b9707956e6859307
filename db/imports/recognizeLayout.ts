import { assessmentUploadColumns, testSummaryColumns } from '../../shared/values/filesOut.ts'
import type { FileLayout } from '../../shared/values/imports.ts'
import { languages } from '../../shared/values/vocabulary.ts'
import { foldHeading } from '../files/findHeadings.ts'
import { translator } from '../texts/translator.ts'
import { fieldsOfKind } from './fields.ts'
import { isMeetingHeading } from './meetingHeadings.ts'

/** The columns of the exported learner list that it always has. */
const listColumns = [
  ...['studentId', 'familyName', 'givenName', 'preferredName', 'birthDate', 'status', 'sections'],
  ...['interest', 'lastTestedOn'],
] as const

/** The headings of each layout, in every language in which it goes out. */
const headingsOf: Readonly<Record<FileLayout, readonly (readonly string[])[]>> = {
  testSummary: [testSummaryColumns],
  assessmentUpload: [assessmentUploadColumns],
  roster: [fieldsOfKind.roster.filter(({ id }) => id !== 'fullName').map(({ headings }) => headings[0]!)],
  learnerList: languages.map((language) =>
    listColumns.map((column) => translator(language)(`learners.columns.${column}`)),
  ),
  attendanceSheet: languages.map((language) =>
    (['studentId', 'studentName'] as const).map((column) =>
      translator(language)(`attendance.sheet.${column}`),
    ),
  ),
}

const folded = new Map(
  Object.entries(headingsOf).map(([layout, all]) => [
    layout as FileLayout,
    all.map((headings) => headings.map(foldHeading)),
  ]),
)

/** A layout that this app or another system writes, known by having all of its headings; null for any other list. */
export function recognizeLayout(headings: readonly string[]): FileLayout | null {
  const there = new Set(headings.map(foldHeading))
  for (const [layout, all] of folded) {
    if (layout === 'attendanceSheet' && !headings.some(isMeetingHeading)) continue
    if (all.some((wanted) => wanted.every((heading) => there.has(heading)))) return layout
  }
  return null
}
