import { useTranslation } from 'react-i18next'
import { CheckboxBox } from './Checkbox.tsx'
import { cx } from './cx.ts'
import { SortedAscendingIcon, SortedDescendingIcon } from './icons.ts'
import type { TableColumn, TableSort } from './tableColumns.ts'
import styles from './WindowedTable.module.css'

export interface WindowedHeaderProps<Row> {
  /** The columns. */
  columns: readonly TableColumn<Row>[]
  /** The order of the rows. */
  sort: TableSort | undefined
  /** Whether a press on this heading sorts. */
  isSortable: (id: string) => boolean
  /** How much is selected; undefined for a list without checkboxes. */
  box: 'none' | 'some' | 'all' | undefined
  /** The column with the focus, if it is among the headings. */
  activeColumn: number | undefined
  /** Called with the column whose heading was pressed. */
  onPress: (column: number) => void
}

/** The row of headings, which stays in sight. */
export function WindowedHeader<Row>(props: WindowedHeaderProps<Row>) {
  const { columns, sort, isSortable, box, activeColumn, onPress } = props
  const { t } = useTranslation('ui')
  const shift = box === undefined ? 0 : 1
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        {box !== undefined && (
          <div role="columnheader" aria-colindex={1} className={cx(styles.cell, styles.box)}>
            <span
              role="checkbox"
              aria-label={t('selectAll')}
              aria-checked={box === 'some' ? 'mixed' : box === 'all'}
              data-cell="-1:0"
              tabIndex={activeColumn === 0 ? 0 : -1}
              className={styles.check}
              onClick={() => onPress(0)}
            >
              <CheckboxBox isIndeterminate={box === 'some'} />
            </span>
          </div>
        )}
        {columns.map((column, index) => {
          const place = index + shift
          const direction = sort?.column === column.id ? sort.direction : undefined
          const Arrow = direction === 'descending' ? SortedDescendingIcon : SortedAscendingIcon
          const canSort = isSortable(column.id)
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={canSort ? (direction ?? 'none') : undefined}
              data-cell={`-1:${place}`}
              tabIndex={activeColumn === place ? 0 : -1}
              className={cx(styles.cell, column.isNumeric && styles.numeric, canSort && styles.sortable)}
              onClick={() => onPress(place)}
            >
              <span className={styles.text}>{column.label}</span>
              {direction && <Arrow aria-hidden size={14} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
