import { FileProblem } from './fileProblem.ts'
import type { FileLimits } from './fileLimits.ts'
import { textOf, type Cell, type JobProgress, type TableRow, type TableSheet } from './tableFile.ts'

const rowsBetweenReports = 1_000
const emptyToFilledRefused = 4
const onlyWhitespace = /^\s*$/

/**
 * Gathers the rows of a file sheet by sheet and stops with a FileProblem as soon as a limit is passed, so that
 * both readers (text and workbook) share one set of guards.
 */
export class TableCollector {
  readonly sheets: TableSheet[] = []
  #limits: FileLimits
  #report: ((progress: JobProgress) => void) | undefined
  #rows: TableRow[] = []
  #columnCount = 0
  #rowTotal = 0
  #filledTotal = 0
  #emptyTotal = 0
  #characterTotal = 0
  /** Blank rows seen since the last row with content: kept only if another one follows. */
  #blankSince: number[] = []

  constructor(limits: FileLimits, report?: (progress: JobProgress) => void) {
    this.#limits = limits
    this.#report = report
  }

  /**
   * Adds one row.
   * @param number the row's number in the file, from 1
   * @param cells its cells; taken over, and cut after the last one with content
   * @param share how much of the file is behind, 0 to 1
   * @param unlistedEmptyCells empty cells that the file wrote and the caller left out of `cells`
   */
  addRow(number: number, cells: Cell[], share: number, unlistedEmptyCells = 0): void {
    let empty = unlistedEmptyCells
    while (cells.length > 0 && cells[cells.length - 1] === '') {
      cells.pop()
      empty += 1
    }
    let hasContent = false
    for (const [index, cell] of cells.entries()) {
      if (cell === '') continue
      const text = textOf(cell)
      this.#countText(text, number, index + 1)
      hasContent ||= !onlyWhitespace.test(text)
    }
    this.#countEmpty(empty)
    if (!hasContent) {
      this.#blankSince.push(number)
      return
    }
    if (cells.length > this.#limits.maxColumns) {
      throw new FileProblem('tooManyColumns', { maxColumns: this.#limits.maxColumns, row: number })
    }
    this.#keepBlankRows()
    this.#keep({ number, cells, blank: false })
    this.#columnCount = Math.max(this.#columnCount, cells.length)
    if (this.#rowTotal % rowsBetweenReports === 0) this.#report?.({ rows: this.#rowTotal, share })
  }

  /** Closes the sheet whose rows were added since the last call. */
  endSheet(name: string, hidden: boolean): void {
    this.sheets.push({ name, hidden, rows: this.#rows, columnCount: this.#columnCount })
    this.#rows = []
    this.#columnCount = 0
    this.#blankSince = []
  }

  #keepBlankRows(): void {
    for (const number of this.#blankSince) this.#keep({ number, cells: [], blank: true })
    this.#blankSince = []
  }

  #keep(row: TableRow): void {
    this.#rowTotal += 1
    if (this.#rowTotal > this.#limits.maxRows) {
      throw new FileProblem('tooManyRows', { maxRows: this.#limits.maxRows })
    }
    this.#rows.push(row)
  }

  #countText(text: string, row: number, column: number): void {
    const { maxCells, maxCellLength, maxCharacters } = this.#limits
    this.#filledTotal += 1
    this.#characterTotal += text.length
    if (this.#filledTotal > maxCells) throw new FileProblem('tooManyCells', { maxCells })
    if (text.length > maxCellLength) {
      throw new FileProblem('cellTooLong', { maxLength: maxCellLength, row, column })
    }
    if (this.#characterTotal > maxCharacters) throw new FileProblem('tooMuchText', { maxCharacters })
  }

  #countEmpty(count: number): void {
    this.#emptyTotal += count
    const { maxEmptyCells } = this.#limits
    if (this.#emptyTotal > maxEmptyCells && this.#emptyTotal > emptyToFilledRefused * this.#filledTotal) {
      throw new FileProblem('tooManyEmptyCells', { maxEmptyCells })
    }
  }
}
