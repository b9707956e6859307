import {
  columnLetters,
  firstTableRow,
  type CellContent,
  type TableContent,
  type WorkbookColumn,
} from '../../workbooks/workbookContent.ts'

/** The address of another column's cell in the same row, such as `D7`. */
export type CellAt = (columnId: string) => string

/** A column of a table whose cells may be formulas over the cells beside them. */
export interface LiveColumn<Row> extends WorkbookColumn {
  readonly id: string
  readonly cell: (row: Row, at: CellAt) => CellContent
  /** The cell of the row that sums up; `range` gives a column's cells, such as `D2:D9`. */
  readonly total?: (at: CellAt, range: CellAt) => CellContent
}

interface LiveTable<Row> {
  readonly tableName: string
  readonly columns: readonly LiveColumn<Row>[]
  readonly rows: readonly Row[]
  /** The row of the first cells below the headings. */
  readonly firstRow?: number
}

/** Writes rows as a table; formulas refer to the cells where they will stand. */
export function liveTable<Row>(table: LiveTable<Row>): TableContent {
  const { tableName, columns, rows, firstRow = firstTableRow } = table
  const letters = new Map(columns.map(({ id }, index) => [id, columnLetters(index)]))
  const lettersOf = (id: string) => {
    const found = letters.get(id)
    if (found === undefined) throw new Error(`the table ${tableName} has no column ${id}`)
    return found
  }
  const inRow =
    (row: number): CellAt =>
    (id) =>
      lettersOf(id) + row
  const end = firstRow + rows.length
  const range: CellAt = (id) => `${lettersOf(id)}${firstRow}:${lettersOf(id)}${end - 1}`
  const hasTotals = rows.length > 0 && columns.some(({ total }) => total !== undefined)
  return {
    tableName,
    columns: columns.map(({ heading, kind, width, wraps }) => ({
      heading,
      kind,
      width,
      ...(wraps ? { wraps } : {}),
    })),
    rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, inRow(firstRow + index)))),
    totals: hasTotals ? columns.map(({ total }) => total?.(inRow(end), range) ?? null) : undefined,
  }
}
