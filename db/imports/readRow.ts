import type { RowProblem } from '../../shared/contract/importPlan.ts'
import type { ImportSettings } from '../../shared/contract/imports.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { cellAt, type Cell, type TableRow } from '../files/tableFile.ts'
import { tidy, toDate, toText, type Converted, type DateReading } from '../files/values.ts'
import { columnLetter } from './guessColumns.ts'

export interface Column {
  readonly index: number
  readonly letter: string
  readonly heading: string
}

/** What to do with a value that cannot be understood: the row cannot do without it, or the value is left out. */
type Otherwise = 'refuse' | 'leaveOut'

/** Where the columns of a sheet are, and how its dates are written. */
export class RowReader {
  readonly today: IsoDate
  readonly #order: ImportSettings['dateOrder']
  readonly #date1904: boolean
  readonly #columns = new Map<string, Column[]>()

  constructor(
    settings: Pick<ImportSettings, 'mapping' | 'dateOrder'>,
    headings: readonly string[],
    around: { today: IsoDate; date1904: boolean },
  ) {
    this.today = around.today
    this.#order = settings.dateOrder
    this.#date1904 = around.date1904
    settings.mapping.forEach((field, index) => {
      if (field === null) return
      const column = { index, letter: columnLetter(index), heading: headings[index] ?? '' }
      this.#columns.set(field, [...(this.#columns.get(field) ?? []), column])
    })
  }

  columnsOf(field: string): readonly Column[] {
    return this.#columns.get(field) ?? []
  }

  get fields(): readonly string[] {
    return [...this.#columns.keys()]
  }

  dateReading(use: DateReading['use']): DateReading {
    return { use, today: this.today, order: this.#order, date1904: this.#date1904 }
  }

  read(row: TableRow): ReadRow {
    return new ReadRow(this, row)
  }
}

/** One row on its way to becoming values; what is wrong with it gathers in `refusals` and `leftOut`. */
export class ReadRow {
  readonly number: number
  readonly refusals: RowProblem[] = []
  readonly leftOut: RowProblem[] = []
  readonly #reader: RowReader
  readonly #row: TableRow

  constructor(reader: RowReader, row: TableRow) {
    this.#reader = reader
    this.#row = row
    this.number = row.number
  }

  get today(): IsoDate {
    return this.#reader.today
  }

  has(field: string): boolean {
    return this.#reader.columnsOf(field).length > 0
  }

  /** The first cell of a field that holds something, with its column. */
  cell(field: string): Cell {
    for (const { index } of this.#reader.columnsOf(field)) {
      const cell = cellAt(this.#row, index)
      if (tidy(cell) !== '') return cell
    }
    return ''
  }

  /** Every cell of a field, in the order of the columns. */
  cells(field: string): Cell[] {
    return this.#reader.columnsOf(field).map(({ index }) => cellAt(this.#row, index))
  }

  /** Every cell of a field with the column in which it stands. */
  cellsByColumn(field: string): { column: Column; cell: Cell }[] {
    return this.#reader.columnsOf(field).map((column) => ({ column, cell: cellAt(this.#row, column.index) }))
  }

  /** The field's value, or null when its cells are empty or could not be understood. */
  value<Value>(field: string, convert: (cell: Cell) => Converted<Value>, otherwise: Otherwise): Value | null {
    const found = convert(this.cell(field))
    if (found.ok) return found.value
    if (found.problem === 'blank') return null
    const isNeeded = found.problem === 'unknownWord' && otherwise === 'refuse'
    this.note(otherwise, isNeeded ? 'unknownWordNeeded' : found.problem, field)
    return null
  }

  text(field: string, longest = 200): string | null {
    const text = this.value(field, toText, 'leaveOut')
    if (text === null || text.length <= longest) return text
    this.note('leaveOut', 'tooLong', field, { longest })
    return null
  }

  date(field: string, use: DateReading['use'], otherwise: Otherwise): IsoDate | null {
    return this.value(field, (cell) => toDate(cell, this.#reader.dateReading(use)), otherwise)
  }

  /** Refuses the row when a field has nothing in it. */
  require(field: string, code = 'missing'): void {
    if (tidy(this.cell(field)) === '') this.refuse(code, field)
  }

  refuse(code: string, field: string | null = null, values: RowProblem['values'] = {}): void {
    this.note('refuse', code, field, values)
  }

  leaveOut(code: string, field: string | null = null, values: RowProblem['values'] = {}): void {
    this.note('leaveOut', code, field, values)
  }

  /** Leaves out the value in one of several columns of a field. */
  leaveOutIn(column: Column, code: string, values: RowProblem['values'] = {}): void {
    this.noteAt('leaveOut', code, column, values)
  }

  private note(kind: Otherwise, code: string, field: string | null, values: RowProblem['values'] = {}): void {
    this.noteAt(kind, code, field === null ? undefined : this.#reader.columnsOf(field)[0], values)
  }

  private noteAt(
    kind: Otherwise,
    code: string,
    column: Column | undefined,
    values: RowProblem['values'],
  ): void {
    const problem = {
      // Reasons of other parts of the program bring their own texts.
      code: code.includes('.') ? code : `imports.row.${code}`,
      values,
      column: column ? { letter: column.letter, heading: column.heading } : null,
    }
    ;(kind === 'refuse' ? this.refusals : this.leftOut).push(problem)
  }
}
