import { useId } from 'react'
import { cx } from './cx.ts'
import { rowHeaderOf, type TableColumn } from './tableColumns.ts'
import styles from './SimpleTable.module.css'

export interface SimpleTableProps<Row> {
  /** What the table shows; read out before it. */
  caption: string
  /** Shows the caption above the table. */
  hasVisibleCaption?: boolean
  /** The columns. */
  columns: readonly TableColumn<Row>[]
  /** The rows, in order. */
  rows: readonly Row[]
  /** The key of a row. */
  rowKey: (row: Row) => string | number
  /** A last row that sums up. */
  totals?: Row
}

/** A plain table to read and to print: reports, and the numbers behind a chart. Cells may hold links. */
export function SimpleTable<Row>(props: SimpleTableProps<Row>) {
  const { caption, hasVisibleCaption, columns, rows, rowKey, totals } = props
  const rowHeader = rowHeaderOf(columns)
  const captionId = useId()
  const cells = (row: Row) =>
    columns.map((column) => {
      const className = cx(column.isNumeric && styles.numeric)
      return column.id === rowHeader ? (
        <th key={column.id} scope="row" className={className}>
          {column.cell(row)}
        </th>
      ) : (
        <td key={column.id} className={className}>
          {column.cell(row)}
        </td>
      )
    })
  return (
    <div role="region" aria-labelledby={captionId} tabIndex={0} className={styles.scroll}>
      <table className={styles.table}>
        <caption id={captionId} className={hasVisibleCaption ? styles.caption : 'visually-hidden'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cx(column.isNumeric && styles.numeric)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{cells(row)}</tr>
          ))}
        </tbody>
        {totals !== undefined && (
          <tfoot>
            <tr>{cells(totals)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
