import { useLocale } from 'react-aria-components'
import { getLocalTimeZone, today as todayIn } from '@internationalized/date'
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { EntryCell } from './EntryCell.tsx'
import type { EntryChange, EntryColumn } from './entryColumns.ts'
import { isManyCells, layPastedCells, splitPastedCells, type PasteResult } from './entryPaste.ts'
import { CurrentCell } from './CurrentCell.tsx'
import { placeOf, type EntryPlace } from './entryPlace.ts'
import styles from './EntryGrid.module.css'

export interface EntryGridProps<Row> {
  /** What is entered, for screen readers. */
  label: string
  /** The columns; the first one is shown and names the row. */
  columns: readonly EntryColumn<Row>[]
  /** The rows with their values; the caller keeps them. */
  rows: readonly Row[]
  /** The key of a row. */
  rowKey: (row: Row) => string | number
  /** Called with the cells that change: one as it is typed, many after a paste. */
  onChange: (changes: readonly EntryChange[]) => void
  /**
   * Lays pasted cells in another way, for example by a learner's id in the first of them; null leaves it to the
   * grid, which fills cells to the right and down from the current one.
   */
  onPasteCells?: (
    cells: readonly (readonly string[])[],
    from: { readonly rowIndex: number; readonly columnId: string },
  ) => PasteResult | null
  /** What is told of the cell that had the focus last; a button in it is pressed by Shift+F2. */
  detail?: (place: EntryPlace) => ReactNode
  /** The current day, `YYYY-MM-DD`; this machine's day unless told. */
  today?: string
}

/**
 * A grid for entering a whole class. A real table of labelled inputs: Tab goes through them, Enter goes down,
 * arrow keys move from the edges of the text, Escape takes back the cell, and a block pasted from a spreadsheet
 * fills cells from the current one.
 */
export function EntryGrid<Row>(props: EntryGridProps<Row>) {
  const { label, columns, rows, rowKey, onChange, onPasteCells } = props
  const { t } = useTranslation('ui')
  const { locale } = useLocale()
  const table = useRef<HTMLTableElement>(null)
  const [pasted, setPasted] = useState('')
  const [message, setMessage] = useState('')
  const id = useId()
  // With no cell to write in, the grid itself takes the focus, to be scrolled by keys.
  const isOnlyRead = columns.every(
    (column) => column.kind === 'shown' || rows.every((row) => column.state?.(row).isReadOnly === true),
  )
  const reading = { locale, today: props.today ?? todayIn(getLocalTimeZone()).toString() }

  function focusCell(row: number, column: number): boolean {
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`)
    if (!cell) return false
    cell.focus()
    if (cell instanceof HTMLInputElement) cell.select()
    return true
  }
  /** Goes on in one direction until a cell that can be written to. */
  function move(from: readonly [number, number], down: number, right: number) {
    let [row, column] = from
    do {
      row += down
      column += right
      if (row < 0 || column < 0 || row >= rows.length || column >= columns.length) return
    } while (!focusCell(row, column))
  }
  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const from = placeOf(event.target)
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const { atStart, atEnd } = edges(event.target)
    const moves: Record<string, readonly [number, number] | false> = {
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowLeft: atStart && !event.shiftKey && [0, -1],
      ArrowRight: atEnd && !event.shiftKey && [0, 1],
    }
    const step = moves[event.key]
    if (!step) return
    event.preventDefault()
    move(from, ...step)
  }
  function onPaste(event: ClipboardEvent<HTMLTableElement>) {
    const place = placeOf(event.target)
    const columnId = place && columns[place[1]]?.id
    const text = event.clipboardData.getData('text/plain')
    if (!place || columnId === undefined || !isManyCells(text)) return
    event.preventDefault()
    const cells = splitPastedCells(text)
    const from = { rowIndex: place[0], columnId }
    const { changes, dropped } =
      onPasteCells?.(cells, from) ?? layPastedCells(cells, from, columns, rows, reading)
    onChange(changes)
    const filled = t('pastedCells', { count: changes.length })
    setPasted(dropped === 0 ? filled : `${filled}. ${t('pastedDropped', { count: dropped })}`)
  }

  return (
    <div className={styles.frame}>
      <div
        className={styles.scroll}
        {...(isOnlyRead ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}
      >
        <table
          ref={table}
          aria-label={label}
          aria-describedby={`${id}-keys`}
          className={styles.table}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column.id}
                  id={`${id}-column-${index}`}
                  scope="col"
                  className={cx(isNumeric(column) && styles.numeric, index === 0 && styles.first)}
                  style={widthOf(column)}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => {
                  if (column.kind !== 'shown') {
                    return (
                      <td key={column.id}>
                        <EntryCell
                          column={column}
                          row={row}
                          place={`${rowIndex}:${index}`}
                          labelledBy={`${id}-row-${rowIndex} ${id}-column-${index}`}
                          reading={reading}
                          onChange={(value) => onChange([{ rowIndex, columnId: column.id, value }])}
                          onMessage={setMessage}
                        />
                      </td>
                    )
                  }
                  return index === 0 ? (
                    <th key={column.id} scope="row" id={`${id}-row-${rowIndex}`} className={styles.first}>
                      <div className={styles.shown}>{column.cell(row)}</div>
                    </th>
                  ) : (
                    <td key={column.id} className={cx(column.isNumeric && styles.numeric)}>
                      <div className={styles.shown}>{column.cell(row)}</div>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id={`${id}-keys`} className={styles.keys} data-print="hide">
        {t('gridKeys')}
      </p>
      <div className={styles.foot}>
        <p role="status" className={styles.said} data-print="hide">
          {pasted}
        </p>
        {props.detail && <CurrentCell table={table} detail={props.detail} />}
      </div>
      <p role="status" className="visually-hidden">
        {message}
      </p>
    </div>
  )
}

/** A table squeezes columns that only have a width: a date must stay legible, so the grid scrolls instead. */
function widthOf<Row>(column: EntryColumn<Row>) {
  const width = column.width ?? (column.kind === 'shown' ? '12rem' : '9rem')
  return { width, minWidth: width }
}

const isNumeric = <Row,>(column: EntryColumn<Row>) =>
  column.kind === 'number' || (column.kind === 'shown' && column.isNumeric === true)

/** Whether the caret stands at the start or the end of the text; with all of it marked, at both. */
function edges(target: EventTarget): { atStart: boolean; atEnd: boolean } {
  if (!(target instanceof HTMLInputElement)) return { atStart: true, atEnd: true }
  const { selectionStart: start, selectionEnd: end } = target
  const isAllMarked = start === 0 && end === target.value.length
  return {
    atStart: isAllMarked || (start === 0 && end === 0),
    atEnd: isAllMarked || (start === target.value.length && end === start),
  }
}
