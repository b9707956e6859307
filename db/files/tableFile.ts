/** A cell of a workbook that is more than its text or its number. */
export interface TypedCell {
  /** As a person would read it: dates as ISO text, padded numbers with their zeros, errors as `#N/A`. */
  readonly text: string
  /** The stored number, for padded numbers and dates (then the spreadsheet's serial day). */
  readonly number?: number
  /** ISO `YYYY-MM-DD`, when the cell's number format shows a date. */
  readonly date?: string
  /** True when the cell holds a formula error such as `#DIV/0!`. */
  readonly error?: true
}

/**
 * One cell as found, spaces and all. Plain text is a bare string and a plain number a bare number, because most
 * cells are one of these and a million objects would be slow to pass between threads; an empty cell is `''`.
 */
export type Cell = string | number | TypedCell

export interface TableRow {
  /** The row's number as a spreadsheet shows it, from 1. */
  readonly number: number
  /** Up to the last cell with content; use `cellAt` to read past it. */
  readonly cells: readonly Cell[]
  /** True when no cell holds anything but spaces. */
  readonly blank: boolean
}

export interface TableSheet {
  /** The sheet's name; `''` in a text file. */
  readonly name: string
  readonly hidden: boolean
  /** In file order and up to the last row with content; a workbook may leave out blank rows, so numbers may jump. */
  readonly rows: readonly TableRow[]
  /** The widest row's number of cells. */
  readonly columnCount: number
}

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
export type Delimiter = ',' | ';' | '\t' | '|'

/** A file read into plain tables. */
export interface TableFile {
  readonly kind: 'delimited' | 'xlsx'
  readonly sheets: readonly TableSheet[]
  /** Null for a workbook. */
  readonly encoding: Encoding | null
  /** Null for a workbook. */
  readonly delimiter: Delimiter | null
  /** True when the workbook counts its days from 1904 (old Macintosh files). */
  readonly date1904: boolean
}

/** How far a long job is. */
export interface JobProgress {
  /** Rows done so far. */
  readonly rows: number
  /** 0 to 1, an estimate. */
  readonly share: number
}

/** The cell at a column index from 0; `''` past the row's end. */
export function cellAt(row: TableRow, column: number): Cell {
  return row.cells[column] ?? ''
}

/** A cell's text as found, spaces included; a number reads as a spreadsheet shows it without a format. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? numberText(cell) : cell.text
}

/** Fifteen digits, as spreadsheets show them, so that 0.1 + 0.2 reads 0.3. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(15)))
}
