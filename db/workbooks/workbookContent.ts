import type { Language } from '../../shared/values/vocabulary.ts'

/** A value, or a formula with the value that it has now. Dates are ISO days. */
export type CellContent =
  string | number | null | { readonly formula: string; readonly result: string | number }

/** One column. `rate` is a share from 0 to 1, `bound` an end of its interval, `points` a difference in percentage points. */
export interface WorkbookColumn {
  readonly heading: string
  readonly kind: 'text' | 'number' | 'date' | 'rate' | 'bound' | 'points'
  /** In characters of the normal font; about as wide as its usual content. */
  readonly width: number
  /** Breaks long text into lines. */
  readonly wraps?: boolean
}

/** A real Excel table. Headings must differ from each other. */
export interface TableContent {
  /** Its name for formulas: letters only, and only one of this name. */
  readonly tableName: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly CellContent[])[]
  /** A row below the table that sums it up, outside its filter. */
  readonly totals?: readonly CellContent[] | undefined
}

export interface LabelledText {
  readonly label: string
  readonly value: string
}

interface NamedSheet {
  readonly name: string
}

/** A sheet that is one table, its headings frozen and repeated on each page. */
export interface TableSheet extends NamedSheet, TableContent {
  readonly kind: 'table'
}

/** A sheet of labels and texts. */
export interface FactsSheet extends NamedSheet {
  readonly kind: 'facts'
  readonly facts: readonly LabelledText[]
}

/** The first sheet of a report: a title, what it is about, plain sentences, and the main numbers as a table. */
export interface SummarySheet extends NamedSheet {
  readonly kind: 'summary'
  readonly title: string
  readonly facts: readonly LabelledText[]
  readonly sentences: readonly string[]
  readonly table: TableContent
  readonly notes: readonly string[]
}

/** A sheet in the layout of another system: bare cells of text, row by row, nothing added. */
export interface CellsSheet extends NamedSheet {
  readonly kind: 'cells'
  readonly rows: readonly (readonly string[])[]
}

/** A column of an attendance sheet: a day with the length of its meeting, or room for one that is written in. */
export interface AttendanceColumn {
  readonly heldOn: string | null
  readonly minutes: number | null
}

/** The words of an attendance sheet, in the reader's language. */
export interface AttendanceSheetTexts {
  readonly studentName: string
  readonly studentId: string
  readonly minutes: string
  /** Said of a cell that holds neither a letter nor minutes. */
  readonly wrongMark: string
  readonly wrongMinutes: string
  readonly wrongDay: string
}

/** A sheet to note attendance on, and to bring in again: a row for each learner, a column for each meeting. */
export interface AttendanceSheet extends NamedSheet {
  readonly kind: 'attendance'
  /** Stands alone in the first cell: by it the class is known again. */
  readonly code: string
  readonly title: string
  /** What the letters mean, and how to write in the sheet. */
  readonly notes: readonly string[]
  readonly columns: readonly AttendanceColumn[]
  readonly rows: readonly {
    readonly name: string
    readonly studentId: string | null
    /** One for each column. */
    readonly marks: readonly (string | null)[]
  }[]
  /** Letters that stand alone, and the one that needs minutes after it. */
  readonly letters: { readonly alone: readonly string[]; readonly withMinutes: string }
  readonly longestMeeting: number
  readonly texts: AttendanceSheetTexts
}

/** Everything a workbook holds: plain data that passes between threads. */
export interface WorkbookContent {
  readonly language: Language
  readonly title: string
  readonly author: string
  /** The program's name. */
  readonly program: string
  /** The moment of the export, ISO 8601. */
  readonly createdAt: string
  /** A line at the head of each printed page. */
  readonly pageHeader: string
  readonly sheets: readonly (TableSheet | FactsSheet | SummarySheet | CellsSheet | AttendanceSheet)[]
}

/** The first row below the headings of a table on its own sheet. */
export const firstTableRow = 2

/** The rows above the headings of a summary's table: title, facts and sentences, each group with a line below. */
export const rowsAboveSummaryTable = ({ facts, sentences }: Pick<SummarySheet, 'facts' | 'sentences'>) =>
  2 + facts.length + 1 + sentences.length + 1

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
