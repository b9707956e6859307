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
  /** Says elsewhere too what it says here: a `WindowedTable` too narrow for all leaves it out, the lowest first. */
  readonly leaves?: number
}

/** The smallest width of columns together, in pixels. */
export const leastWidth = <Row>(columns: readonly TableColumn<Row>[]): number =>
  columns.reduce((sum, { minWidth = 112 }) => sum + minWidth, 0)

/** The columns without those that may leave, as far as `room` pixels ask for it; they keep their order. */
export function columnsThatFit<Row>(
  columns: readonly TableColumn<Row>[],
  room: number,
): readonly TableColumn<Row>[] {
  if (leastWidth(columns) <= room) return columns
  const leaving = columns.filter(({ leaves }) => leaves !== undefined)
  const next = leaving.toSorted((one, other) => one.leaves! - other.leaves!)[0]
  return next === undefined
    ? columns
    : columnsThatFit(
        columns.filter((column) => column !== next),
        room,
      )
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
