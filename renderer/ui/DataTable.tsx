import { Cell, Column, Row, Table, TableBody, TableFooter, TableHeader } from 'react-aria-components'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { useLocale } from 'react-aria-components'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxBox } from './Checkbox.tsx'
import { cx } from './cx.ts'
import { SortedAscendingIcon, SortedDescendingIcon } from './icons.ts'
import type { RowId } from './rowSelection.ts'
import { rowHeaderOf, type TableColumn, type TableSort } from './tableColumns.ts'
import styles from './DataTable.module.css'

/** A column of a short table; it can be sorted here if it says by what. */
export interface DataColumn<Item> extends TableColumn<Item> {
  /** What the column is sorted by; without it its heading can't be pressed. Nulls go last. */
  readonly sortValue?: (item: Item) => string | number | null
}

export interface DataTableProps<Item, Id extends RowId> {
  /** What the rows are, for screen readers. */
  label: string
  /** The columns. */
  columns: readonly DataColumn<Item>[]
  /** All the rows, up to about 200. */
  items: readonly Item[]
  /** The id of a row. */
  rowId: (item: Item) => Id
  /** The order at first; as given unless told. */
  defaultSort?: TableSort
  /** The ids of the selected rows; leave out for a table without checkboxes. */
  selected?: ReadonlySet<Id>
  /** Called with the ids of the selected rows. */
  onSelectionChange?: (selected: ReadonlySet<Id>) => void
  /** Opens a row: a press on it, or Enter. */
  onOpen?: (item: Item) => void
  /** What stands in place of rows if there are none. */
  empty?: ReactNode
  /** A last row that sums up, by column id. */
  totals?: Readonly<Record<string, ReactNode>>
  /** The height beyond which it scrolls under its headings, in CSS units; it grows freely unless told. */
  maxHeight?: string
}

/** A table of up to about 200 rows, sorted in place, with a keyboard grid. For more use `WindowedTable`. */
export function DataTable<Item, Id extends RowId>(props: DataTableProps<Item, Id>) {
  const { label, columns, items, rowId, selected, onSelectionChange, onOpen, empty, totals } = props
  const { t } = useTranslation('ui')
  const { locale } = useLocale()
  const [sort, setSort] = useState(props.defaultSort)
  const sorted = useMemo(() => sortItems(items, columns, sort, locale), [items, columns, sort, locale])
  const hasBoxes = selected !== undefined && onSelectionChange !== undefined
  const rowHeader = rowHeaderOf(columns)
  return (
    <div
      className={styles.frame}
      style={props.maxHeight === undefined ? {} : { maxBlockSize: props.maxHeight }}
    >
      <Table
        aria-label={label}
        selectionMode={hasBoxes ? 'multiple' : 'none'}
        {...(hasBoxes ? { selectedKeys: selected } : {})}
        onSelectionChange={(keys) => {
          const ids = items.map(rowId)
          onSelectionChange?.(new Set(keys === 'all' ? ids : ids.filter((id) => keys.has(id))))
        }}
        {...(onOpen === undefined
          ? {}
          : {
              onRowAction: (key) => {
                const item = items.find((candidate) => rowId(candidate) === key)
                if (item !== undefined) onOpen(item)
              },
            })}
        {...(sort === undefined ? {} : { sortDescriptor: sort })}
        onSortChange={({ column, direction }) => setSort({ column: String(column), direction })}
        className={styles.table ?? ''}
      >
        <TableHeader className={styles.head ?? ''}>
          {hasBoxes && (
            <Column className={cx(styles.heading, styles.box)}>
              <RowCheckbox />
            </Column>
          )}
          {columns.map((column) => (
            <Column
              key={column.id}
              id={column.id}
              textValue={column.label}
              isRowHeader={column.id === rowHeader}
              allowsSorting={column.sortValue !== undefined}
              className={cx(styles.heading, column.isNumeric && styles.numeric)}
            >
              {({ sortDirection }) => (
                <span className={styles.words}>
                  {column.label}
                  {sortDirection === 'ascending' && <SortedAscendingIcon aria-hidden size={14} />}
                  {sortDirection === 'descending' && <SortedDescendingIcon aria-hidden size={14} />}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <div className={styles.empty}>{empty ?? t('noRows')}</div>}>
          {sorted.map((item) => (
            <Row key={rowId(item)} id={rowId(item)} className={cx(styles.row, onOpen && styles.openable)}>
              {hasBoxes && (
                <Cell className={cx(styles.cell, styles.box)}>
                  <RowCheckbox />
                </Cell>
              )}
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  className={cx(
                    styles.cell,
                    column.isNumeric && styles.numeric,
                    column.id === rowHeader && styles.rowHeader,
                  )}
                >
                  {column.cell(item)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
        {totals && (
          <TableFooter className={styles.foot ?? ''}>
            <Row id="totals" className={styles.row ?? ''}>
              {hasBoxes && <Cell className={styles.cell ?? ''}>{null}</Cell>}
              {columns.map((column) => (
                <Cell key={column.id} className={cx(styles.cell, column.isNumeric && styles.numeric)}>
                  {totals[column.id] ?? null}
                </Cell>
              ))}
            </Row>
          </TableFooter>
        )}
      </Table>
    </div>
  )
}

/** The checkbox of a row or of all rows; React Aria names it and ties it to the selection. */
function RowCheckbox() {
  return (
    <AriaCheckbox slot="selection" className={styles.check ?? ''}>
      {({ isIndeterminate }) => <CheckboxBox isIndeterminate={isIndeterminate} />}
    </AriaCheckbox>
  )
}

function sortItems<Item>(
  items: readonly Item[],
  columns: readonly DataColumn<Item>[],
  sort: TableSort | undefined,
  locale: string,
): readonly Item[] {
  const valueOf = columns.find((column) => column.id === sort?.column)?.sortValue
  if (!valueOf || !sort) return items
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const way = sort.direction === 'ascending' ? 1 : -1
  return items.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
  })
}
