import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { RetryIcon } from './icons.ts'
import { Notice } from './Notice.tsx'
import {
  allRows,
  isRowSelected,
  noRows,
  setRows,
  toggleRow,
  type RowId,
  type RowSelection,
} from './rowSelection.ts'
import { columnsThatFit, leastWidth, nextSort, type TableColumn, type TableSort } from './tableColumns.ts'
import { useElementWidth } from './useElementWidth.ts'
import { useGridNavigation, type GridCell } from './useGridNavigation.ts'
import type { WindowedRows } from './useWindowedRows.ts'
import { WindowedHeader } from './WindowedHeader.tsx'
import { WindowedRow } from './WindowedRow.tsx'
import styles from './WindowedTable.module.css'

/** The height of the heading, and of every row unless told, in pixels. */
const usualHeight = 36
/** The width of the column of checkboxes, in pixels. */
const boxWidth = 44
/** Rows drawn beyond the edge, so that quick scrolling meets drawn rows. */
const overscan = 8
/** Empty rows that keep the space until the first answer. */
const firstRows = 12

export interface WindowedTableProps<Row, Id extends RowId> {
  /** What the rows are, for screen readers. */
  label: string
  /** The height of every row in pixels, so that the scroll bar is right before any row is here; 36 unless told. */
  rowHeight?: number
  /** The columns. Cells show; what can be done with a row is in its panel or in the selection bar. */
  columns: readonly TableColumn<Row>[]
  /** The rows, from `useWindowedRows`. */
  rows: WindowedRows<Row>
  /** The id of a row. */
  rowId: (row: Row) => Id
  /** The name of a row, for its checkbox. */
  rowName: (row: Row) => string
  /** The order of the rows. */
  sort?: TableSort | undefined
  /** Called with the order asked for by a press on a heading; without it no heading can be pressed. */
  onSortChange?: (sort: TableSort) => void
  /** The ids of the columns that the core can sort by; all of them unless told. */
  sortableColumns?: readonly string[]
  /** Which rows are selected; leave out for a list without checkboxes. */
  selection?: RowSelection<Id>
  /** Called with the new selection. */
  onSelectionChange?: (selection: RowSelection<Id>) => void
  /** Opens a row: a press on it, or Enter. */
  onOpen?: (row: Row) => void
  /** The row that is open in the side panel. */
  openId?: Id | null
  /** What stands in place of rows if none match: an `EmptyState`. */
  empty?: ReactNode
}

/** A list of thousands of rows, loaded in windows as it is scrolled, with a keyboard grid and fixed rows. */
export function WindowedTable<Row, Id extends RowId>(props: WindowedTableProps<Row, Id>) {
  const { label, rows, rowId, selection, onSelectionChange, onOpen, sort, onSortChange } = props
  const { rowHeight = usualHeight } = props
  const { t } = useTranslation('ui')
  const grid = useRef<HTMLDivElement>(null)
  const view = useScrollView(grid, rows.listKey)
  const count = rows.total ?? firstRows
  const hasBoxes = selection !== undefined && onSelectionChange !== undefined
  const [width, frame] = useElementWidth(Number.MAX_SAFE_INTEGER)
  const columns = columnsThatFit(props.columns, width - (hasBoxes ? boxWidth : 0))
  const columnCount = columns.length + (hasBoxes ? 1 : 0)
  const rangeStart = useRef(0)

  const firstSeen = Math.floor(view.top / rowHeight)
  const lastSeen = Math.max(firstSeen, Math.min(count, Math.ceil((view.top + view.height) / rowHeight)) - 1)
  const { onNeed } = rows
  useEffect(() => onNeed(firstSeen, lastSeen), [onNeed, firstSeen, lastSeen, rows.listKey])

  function select(index: number, isRange: boolean) {
    const row = rows.rowAt(index)
    if (!hasBoxes || row === undefined) return
    const between = isRange ? loadedBetween(rows, rangeStart.current, index) : undefined
    if (between) onSelectionChange(setRows(selection, between.map(rowId), true))
    else onSelectionChange(toggleRow(selection, rowId(row)))
    rangeStart.current = index
  }
  function selectAll() {
    if (hasBoxes) onSelectionChange(isAll(selection) ? noRows : allRows)
  }
  function openRow(index: number) {
    const row = rows.rowAt(index)
    if (row !== undefined) onOpen?.(row)
  }
  function actOnHeading(column: number) {
    const id = columns[column - (hasBoxes ? 1 : 0)]?.id
    if (id === undefined) selectAll()
    else if (isSortable(id)) onSortChange?.(nextSort(sort, id))
  }
  function isSortable(id: string) {
    return onSortChange !== undefined && (props.sortableColumns?.includes(id) ?? true)
  }
  const act = (cell: GridCell, onRow: () => void) => (cell.row < 0 ? actOnHeading(cell.column) : onRow())
  const { active, setActive, onKeyDown } = useGridNavigation(
    grid,
    { rows: rows.total ?? 0, columns: columnCount, pageRows: Math.max(1, lastSeen - firstSeen) },
    {
      onEnter: (cell) => act(cell, () => openRow(cell.row)),
      onSpace: (cell, isRange) => act(cell, () => (hasBoxes ? select(cell.row, isRange) : openRow(cell.row))),
      onSelectAll: () => hasBoxes && onSelectionChange(allRows),
      onEscape: () => {
        if (!hasBoxes || (selection.kind === 'some' && selection.ids.size === 0)) return false
        onSelectionChange(noRows)
        return true
      },
    },
  )
  const drawn = drawnRows(firstSeen, lastSeen, count, active.row)

  return (
    <div ref={frame} className={styles.frame}>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.total === undefined ? -1 : rows.total + 1}
        aria-colcount={columnCount}
        aria-multiselectable={hasBoxes || undefined}
        aria-busy={rows.total === undefined || rows.isStale}
        className={cx(styles.grid, rows.isStale && styles.stale)}
        style={columnStyle(columns, hasBoxes)}
        onKeyDown={onKeyDown}
      >
        <WindowedHeader
          columns={columns}
          sort={sort}
          isSortable={isSortable}
          box={hasBoxes ? boxState(selection, rows.total) : undefined}
          activeColumn={active.row < 0 ? active.column : undefined}
          onPress={(column) => {
            setActive({ row: -1, column })
            actOnHeading(column)
          }}
        />
        <div role="rowgroup" className={styles.body} style={{ blockSize: `${count * rowHeight}px` }}>
          {drawn.map((index) => {
            const row = rows.rowAt(index)
            return (
              <WindowedRow
                key={index}
                index={index}
                top={index * rowHeight}
                height={rowHeight}
                row={row}
                columns={columns}
                name={row === undefined ? '' : props.rowName(row)}
                activeColumn={active.row === index ? active.column : undefined}
                isSelected={hasBoxes ? row !== undefined && isRowSelected(selection, rowId(row)) : undefined}
                isOpen={row !== undefined && props.openId !== undefined && rowId(row) === props.openId}
                isOpenable={onOpen !== undefined}
                onFocus={(column) => setActive({ row: index, column })}
                onSelect={(isRange) => select(index, isRange)}
                onOpen={() => openRow(index)}
              />
            )
          })}
        </div>
      </div>
      {rows.total === 0 && <div className={styles.empty}>{props.empty ?? t('noRows')}</div>}
      {rows.error !== null && (
        <div className={styles.failed}>
          <Notice
            kind="danger"
            action={
              <Button isSmall icon={RetryIcon} onPress={rows.retry}>
                {t('retry')}
              </Button>
            }
          >
            {t('rowsFailed')}
          </Notice>
        </div>
      )}
    </div>
  )
}

/** How far the grid is scrolled and how much of its body is in sight, in pixels; back to the top for a new list. */
function useScrollView(grid: RefObject<HTMLDivElement | null>, listKey: string) {
  const [view, setView] = useState({ top: 0, height: 20 * usualHeight })
  useLayoutEffect(() => {
    const element = grid.current
    if (!element) return undefined
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight - usualHeight })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [grid])
  useLayoutEffect(() => {
    grid.current?.scrollTo({ top: 0 })
  }, [grid, listKey])
  return view
}

/** The rows to draw: those in sight, a few beyond, and the one with the focus wherever it is. */
function drawnRows(first: number, last: number, count: number, activeRow: number): number[] {
  const from = Math.max(0, first - overscan)
  const to = Math.min(count - 1, last + overscan)
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  if (activeRow >= 0 && activeRow < from) places.unshift(activeRow)
  if (activeRow > to) places.push(activeRow)
  return places
}

/** The rows from one place to another if all of them are here; otherwise undefined. */
function loadedBetween<Row>(rows: WindowedRows<Row>, from: number, to: number): Row[] | undefined {
  const found: Row[] = []
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const row = rows.rowAt(index)
    if (row === undefined) return undefined
    found.push(row)
  }
  return found
}

const isAll = (selection: RowSelection) => selection.kind === 'allExcept' && selection.ids.size === 0

function boxState(selection: RowSelection, total: number | undefined): 'none' | 'some' | 'all' {
  const isEvery =
    isAll(selection) ||
    (selection.kind === 'some' && total !== undefined && total > 0 && selection.ids.size >= total)
  if (isEvery) return 'all'
  const isNone = selection.kind === 'some' ? selection.ids.size === 0 : selection.ids.size === total
  return isNone ? 'none' : 'some'
}

function columnStyle<Row>(columns: readonly TableColumn<Row>[], hasBoxes: boolean): CSSProperties {
  const sizes = columns.map(({ minWidth = 112, share = 1 }) =>
    share === 0 ? `${minWidth}px` : `minmax(${minWidth}px, ${share}fr)`,
  )
  return {
    '--columns': `${hasBoxes ? `${boxWidth}px ` : ''}${sizes.join(' ')}`,
    '--least-width': `${leastWidth(columns) + (hasBoxes ? boxWidth : 0)}px`,
  } as CSSProperties
}
