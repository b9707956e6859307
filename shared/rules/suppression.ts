import { SMALL_GROUP, type Rate } from './rates.ts'

/** A count in a table for outside use; null is hidden. */
export type OutsideCount = number | null

/** A two-way table with its margins, as it may leave the house. */
export interface OutsideTable {
  /** Cells by row and column. */
  readonly cells: readonly (readonly OutsideCount[])[]
  readonly rowTotals: readonly OutsideCount[]
  readonly columnTotals: readonly OutsideCount[]
  readonly total: OutsideCount
}

/** True for a count that must not leave the house: 1 to 9. */
export function isSmallCount(count: number): boolean {
  return count > 0 && count < SMALL_GROUP
}

/** True if a rate shows no small count: neither those in it nor those left out of it are 1 to 9 people. */
export function mayShowRate(rate: Rate): boolean {
  const { numerator, denominator } = rate
  return ![numerator, denominator, denominator - numerator].some(isSmallCount)
}

/**
 * One number of the table and how a reader sees it. Margins enter with a minus sign, so that every line
 * (a row with its total, a column with its total) sums to nothing.
 */
interface Cell {
  readonly count: number
  readonly row: number
  readonly column: number
  readonly sign: 1 | -1
  /** Not a number of the table: it may be anything. */
  readonly free: boolean
  hidden: boolean
}

type Grid = readonly (readonly Cell[])[]

function gridOf(counts: readonly (readonly number[])[]): Grid {
  const width = counts[0]?.length ?? 0
  const rowSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columnSums = Array.from({ length: width }, (_, column) =>
    counts.reduce((sum, row) => sum + row[column]!, 0),
  )
  const total = rowSums.reduce((sum, count) => sum + count, 0)
  const all = [...counts.map((row, index) => [...row, rowSums[index]!]), [...columnSums, total]]
  return all.map((line, row) =>
    line.map((count, column) => ({
      count,
      row,
      column,
      sign: (row === counts.length) === (column === width) ? 1 : -1,
      free: false,
      hidden: isSmallCount(count),
    })),
  )
}

/** Whether a reader who knows that small counts are hidden could think the hidden count one more or less. */
function couldBe(cell: Cell, step: 1 | -1): boolean {
  if (!cell.hidden) return false
  if (cell.free) return true
  const other = cell.count + step * cell.sign
  return isSmallCount(cell.count) ? isSmallCount(other) : other >= 0
}

/**
 * Whether some other table with the same visible numbers has another count in this cell. One more here
 * needs one less in the row and the column, and so on round a loop of hidden cells: a search for the loop.
 */
function hasLoop(grid: Grid, start: Cell, step: 1 | -1): boolean {
  if (!couldBe(start, step)) return false
  const seen = new Set<number>([start.column])
  const columns = [start.column]
  while (columns.length > 0) {
    const column = columns.pop()!
    for (let row = 0; row < grid.length; row++) {
      const down = grid[row]![column]!
      if (down === start || !couldBe(down, -step as 1 | -1)) continue
      if (row === start.row) return true
      for (const across of grid[row]!) {
        if (seen.has(across.column) || !couldBe(across, step)) continue
        seen.add(across.column)
        columns.push(across.column)
      }
    }
  }
  return false
}

function isSafe(grid: Grid, cell: Cell): boolean {
  return hasLoop(grid, cell, 1) || hasLoop(grid, cell, -1)
}

/** How much a reader loses: totals are needed most, then large counts. */
function loss(grid: Grid, cell: Cell): number {
  const isRowTotal = cell.column === grid[0]!.length - 1
  const isColumnTotal = cell.row === grid.length - 1
  const size = cell.count / (cell.count + 1000)
  return (isRowTotal ? 100 : 1) * (isColumnTotal ? 100 : 1) + size
}

/** The three other corners of a rectangle on a cell, as far as they are not hidden yet. */
function cornersToHide(grid: Grid, cell: Cell): Cell[][] {
  const rectangles: Cell[][] = []
  for (const line of grid) {
    for (const opposite of line) {
      if (opposite.row === cell.row || opposite.column === cell.column) continue
      const corners = [grid[cell.row]![opposite.column]!, line[cell.column]!, opposite]
      const open = corners.filter((corner) => !corner.hidden)
      if (open.length > 0) rectangles.push(open)
    }
  }
  const totalLoss = (cells: readonly Cell[]) => cells.reduce((sum, one) => sum + loss(grid, one), 0)
  return rectangles.sort((a, b) => totalLoss(a) - totalLoss(b))
}

function setHidden(cells: readonly Cell[], hidden: boolean): void {
  for (const cell of cells) cell.hidden = hidden
}

/** Hides the rectangle that costs least and protects the cell; if none does, the cell that costs least. */
function protect(grid: Grid, unsafe: Cell): void {
  for (const corners of cornersToHide(grid, unsafe)) {
    setHidden(corners, true)
    if (isSafe(grid, unsafe)) return
    setHidden(corners, false)
  }
  const open = grid.flat().filter((cell) => !cell.hidden)
  const cheapest = open.sort((a, b) => loss(grid, a) - loss(grid, b))[0]
  if (cheapest !== undefined) cheapest.hidden = true
}

/** Hides more until no hidden small count can be worked out, or nothing is left to see. */
function hideComplements(grid: Grid): void {
  for (;;) {
    const cells = grid.flat()
    const unsafe = cells.find(
      (cell) => cell.hidden && !cell.free && isSmallCount(cell.count) && !isSafe(grid, cell),
    )
    if (unsafe === undefined || cells.every((cell) => cell.hidden)) return
    protect(grid, unsafe)
  }
}

/**
 * Hides counts 1 to 9 of a two-way table, margins included, and as many more as it takes that no hidden
 * small count can be worked out from what is left. Counts must be whole and not negative.
 */
export function suppressTable(counts: readonly (readonly number[])[]): OutsideTable {
  const grid = gridOf(counts)
  hideComplements(grid)
  const shown = grid.map((line) => line.map((cell) => (cell.hidden ? null : cell.count)))
  const margins = shown.at(-1)!
  return {
    cells: shown.slice(0, -1).map((line) => line.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((line) => line.at(-1)!),
    columnTotals: margins.slice(0, -1),
    total: margins.at(-1)!,
  }
}

/** A list of counts with its total, as it may leave the house. */
export interface OutsideList {
  readonly counts: readonly OutsideCount[]
  readonly total: OutsideCount
}

/** The same for one list of counts that is printed with its total. */
export function suppressList(counts: readonly number[]): OutsideList {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const line = [...counts, total].map((count, column): Cell => {
    const sign = column === counts.length ? -1 : 1
    return { count, row: 0, column, sign, free: false, hidden: isSmallCount(count) }
  })
  // A list has no second direction: a line of free cells under it closes every loop.
  const anything = line.map((cell): Cell => ({
    ...cell,
    row: 1,
    count: 0,
    sign: 1,
    free: true,
    hidden: true,
  }))
  hideComplements([line, anything])
  const shown = line.map((cell) => (cell.hidden ? null : cell.count))
  return { counts: shown.slice(0, -1), total: shown.at(-1)! }
}
