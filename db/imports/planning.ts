import type { ImportSettings } from '../../shared/contract/imports.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { ReportProgress } from '../calls/call.ts'
import type { TableRow } from '../files/tableFile.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { PeopleBook } from './people.ts'
import type { Conflicts } from './conflicts.ts'
import type { Choices, PlannedRow } from './plannedRow.ts'
import type { ReadRow, RowReader } from './readRow.ts'
import type { RecordChange } from './recordChanges.ts'
import { SectionBook } from './sections.ts'

export type PlanDb = Pick<Reader, 'selectFrom'>

/** What the planning of every kind of file starts from. */
export interface PlanContext {
  readonly db: PlanDb
  readonly settings: ImportSettings
  readonly reader: RowReader
  readonly rows: readonly { row: TableRow; index: number }[]
  readonly choices: Choices
  /** What somebody typed, against which no row writes unasked. */
  readonly conflicts: Conflicts
  readonly today: IsoDate
  readonly progress: ReportProgress
  /** Whose classes the person who brings the file sees. */
  readonly sight: Sight
}

/** What planning a file gives: a verdict for each row, and the records as they would be. */
export interface Plan {
  readonly rows: PlannedRow[]
  readonly changes: RecordChange[]
  readonly people: PeopleBook
  readonly sections: SectionBook
}

export const rowsBetweenReports = 250

/** Everybody on record and every class. */
export async function loadBooks(db: PlanDb): Promise<{ people: PeopleBook; sections: SectionBook }> {
  const people = await PeopleBook.load(db)
  const sections = await SectionBook.load(db, (id) => people.byKey(`learner:${id}`))
  return { people, sections }
}

/** A verdict that the planning of a row fills in. */
export const plannedRowFor = (read: ReadRow, index: number): PlannedRow => ({
  number: read.number,
  index,
  state: 'unchanged',
  name: '',
  studentId: null,
  learnerId: null,
  summary: '',
  refusals: read.refusals,
  leftOut: read.leftOut,
  changes: [],
  candidates: [],
  conflicts: [],
  defaultChoice: null,
})

/** Plans the rows one by one, letting other calls run in between. */
export async function planRows(
  context: PlanContext,
  planRow: (read: ReadRow, planned: PlannedRow) => void,
): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = []
  for (const { row, index } of context.rows) {
    if (planned.length % rowsBetweenReports === 0) {
      await context.progress('checkingRows', planned.length, context.rows.length)
    }
    const read = context.reader.read(row)
    const verdict = plannedRowFor(read, index)
    planRow(read, verdict)
    if (verdict.conflicts.length > 0) verdict.state = 'conflict'
    if (read.refusals.length > 0) verdict.state = 'refused'
    planned.push(verdict)
  }
  return planned
}
