import type { ReactNode } from 'react'

/** One column of a table. */
export interface TableColumn<Row> {
  /** Its name in code, also the name by which the core sorts. */
  readonly id: string
  /** Its heading. */
  readonly label: string
  /** What a row shows in it: words, or one mark such as `StatusDot`. */
  readonly cell: (row: Row) => ReactNode
  /** Numbers align right, so that their digits stand under each other. */
  readonly isNumeric?: boolean
  /** Whether it names the row; the first column does unless another is marked. */
  readonly isRowHeader?: boolean
  /** Its smallest width in pixels; 112 unless told. */
  readonly minWidth?: number
  /** Its share of the room that is left; 1 unless told, 0 for a fixed width. */
  readonly share?: number
}

/** The order of the rows. */
export interface TableSort {
  /** The id of the column. */
  readonly column: string
  /** Which way. */
  readonly direction: 'ascending' | 'descending'
}

/** The order after a press on a column's heading: ascending first, then the other way round. */
export function nextSort(sort: TableSort | undefined, column: string): TableSort {
  const isTurned = sort?.column === column && sort.direction === 'ascending'
  return { column, direction: isTurned ? 'descending' : 'ascending' }
}

/** The column that names a row. */
export function rowHeaderOf<Row>(columns: readonly TableColumn<Row>[]): string | undefined {
  return (columns.find((column) => column.isRowHeader) ?? columns[0])?.id
}
