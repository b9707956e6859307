import { foldWord } from './dateWords.ts'
import { optionsOf, type EntryChange, type EntryColumn, type WrittenColumn } from './entryColumns.ts'
import { parseTypedDate } from './parseTypedDate.ts'

/**
 * Splits text copied from a spreadsheet into rows of cells: tabs between cells, one line per row, and a cell with
 * a tab, line end or quotation mark inside written as "…" with inner marks doubled. The last line end is no row.
 * (The file reader of the core is not used here: in a page it would bring a stand-in for Node's buffers along.)
 */
export function splitPastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*)/uy
  for (;;) {
    const found = cell.exec(text)
    const quoted = found?.[1]
    rows.at(-1)?.push(quoted === undefined ? (found?.[2] ?? '') : quoted.replaceAll('""', '"'))
    const end = text.slice(cell.lastIndex).match(/^(?:\t|\r?\n|\r)/u)?.[0]
    if (end === undefined) break
    cell.lastIndex += end.length
    if (end !== '\t') rows.push([])
  }
  const last = rows.at(-1)
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** Whether pasted text is more than one cell. */
export function isManyCells(text: string): boolean {
  const cells = splitPastedCells(text)
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1
}

/** Which cells a paste changes, and how many pasted values found no cell to go to. */
export interface PasteResult {
  readonly changes: readonly EntryChange[]
  readonly dropped: number
}

/**
 * Lays pasted cells over the grid from one cell on: to the right over the columns that can be written in, down
 * over the rows. Values that would fall outside or on a cell that can't be written to are counted as dropped;
 * empty values outside are not.
 */
export function layPastedCells<Row>(
  cells: readonly (readonly string[])[],
  from: { readonly rowIndex: number; readonly columnId: string },
  columns: readonly EntryColumn<Row>[],
  rows: readonly Row[],
  reading: EntryReading,
): PasteResult {
  const written = columns.filter((column) => column.kind !== 'shown')
  const firstColumn = written.findIndex((column) => column.id === from.columnId)
  const changes: EntryChange[] = []
  let dropped = 0
  for (const [down, line] of cells.entries()) {
    for (const [right, text] of line.entries()) {
      const rowIndex = from.rowIndex + down
      const [row, column] = [rows[rowIndex], written[firstColumn + right]]
      if (row === undefined || column === undefined || column.state?.(row).isReadOnly) {
        if (text.trim() !== '') dropped++
        continue
      }
      changes.push({ rowIndex, columnId: column.id, value: readEntry(text, column, row, reading) })
    }
  }
  return { changes, dropped }
}

/** What is needed to read typed text. */
export interface EntryReading {
  /** The reader's locale. */
  readonly locale: string
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string
}

/** The value that typed or pasted text stands for in a column; the text itself if it stands for none. */
export function readEntry<Row>(
  text: string,
  column: WrittenColumn<Row>,
  row: Row,
  reading: EntryReading,
): string {
  if (column.kind === 'date') {
    const day = parseTypedDate(text, reading.locale, reading.today, column.latest)
    return day.kind === 'date' ? day.iso : text
  }
  const trimmed = text.trim()
  if (column.kind !== 'select') return trimmed
  const folded = foldWord(trimmed)
  const options = optionsOf(column, row)
  const found =
    options.find((option) => foldWord(option.label) === folded) ??
    options.find((option) => foldWord(option.id) === folded)
  return found?.id ?? trimmed
}
