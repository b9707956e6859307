import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxBox } from './Checkbox.tsx'
import { cx } from './cx.ts'
import { rowHeaderOf, type TableColumn } from './tableColumns.ts'
import styles from './WindowedTable.module.css'

export interface WindowedRowProps<Row> {
  /** Its place in the list, from 0. */
  index: number
  /** Its distance from the top of the body in pixels. */
  top: number
  /** Its height in pixels. */
  height: number
  /** The row, or undefined while it is on its way. */
  row: Row | undefined
  /** The columns. */
  columns: readonly TableColumn<Row>[]
  /** The name of the row, for its checkbox. */
  name: string
  /** The column with the focus, if it is in this row. */
  activeColumn: number | undefined
  /** Whether it is selected; undefined for a list without checkboxes. */
  isSelected: boolean | undefined
  /** Whether it is open in the side panel. */
  isOpen: boolean
  /** Whether a press opens it. */
  isOpenable: boolean
  /** Called with the column that got the focus. */
  onFocus: (column: number) => void
  /** Called by its checkbox; true with Shift. */
  onSelect: (isRange: boolean) => void
  /** Called by a press elsewhere in it. */
  onOpen: () => void
}

/** One row at its fixed place; grey bars stand in for what is on its way. */
export function WindowedRow<Row>(props: WindowedRowProps<Row>) {
  const { index, top, row, columns, name, activeColumn, isSelected, onFocus, onSelect, onOpen } = props
  const { t } = useTranslation('ui')
  const hasBox = isSelected !== undefined
  const shift = hasBox ? 1 : 0
  const header = rowHeaderOf(columns)
  function press(event: MouseEvent) {
    if ((event.target as Element).closest('[role="checkbox"]')) return
    // The end of marking text with the mouse is not a press.
    if (document.getSelection()?.isCollapsed === false) return
    onOpen()
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      data-open={props.isOpen || undefined}
      className={cx(styles.row, styles.dataRow, props.isOpenable && styles.openable)}
      style={{ transform: `translateY(${top}px)`, blockSize: `${props.height}px` }}
      onClick={press}
    >
      {hasBox && (
        <div role="gridcell" aria-colindex={1} className={cx(styles.cell, styles.box)}>
          <span
            role="checkbox"
            aria-label={row === undefined ? t('loadingRow') : t('selectRow', { name })}
            aria-checked={isSelected}
            data-cell={`${index}:0`}
            tabIndex={activeColumn === 0 ? 0 : -1}
            className={styles.check}
            onFocus={() => onFocus(0)}
            onClick={(event) => onSelect(event.shiftKey)}
          >
            <CheckboxBox isIndeterminate={false} />
          </span>
        </div>
      )}
      {columns.map((column, columnIndex) => {
        const place = columnIndex + shift
        return (
          <div
            key={column.id}
            role={column.id === header ? 'rowheader' : 'gridcell'}
            aria-colindex={place + 1}
            data-cell={`${index}:${place}`}
            tabIndex={activeColumn === place ? 0 : -1}
            className={cx(styles.cell, column.isNumeric && styles.numeric)}
            onFocus={() => onFocus(place)}
          >
            {row === undefined ? (
              <span className={styles.waiting}>
                {columnIndex === 0 && <span className="visually-hidden">{t('loadingRow')}</span>}
              </span>
            ) : (
              <span className={styles.text}>{column.cell(row)}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
