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

/** The next cell to hide for one that could be worked out: in its lines first, the smallest count first. */
function complementFor(grid: Grid, unsafe: Cell): Cell | undefined {
  // Cells before margins, the grand total last: totals are what readers need most.
  const lastRow = grid.length - 1
  const lastColumn = grid[0]!.length - 1
  const cost = (cell: Cell) =>
    (cell.row === unsafe.row || cell.column === unsafe.column ? 0 : 1) +
    (cell.row === lastRow ? 2 : 0) +
    (cell.column === lastColumn ? 2 : 0) +
    (cell.count === 0 ? 0.5 : 0)
  return grid
    .flat()
    .filter((cell) => !cell.hidden)
    .sort((a, b) => cost(a) - cost(b) || a.count - b.count)[0]
}

/** Hides more until no hidden small count can be worked out. */
function hideComplements(grid: Grid): void {
  for (;;) {
    const unsafe = grid
      .flat()
      .find((cell) => cell.hidden && !cell.free && isSmallCount(cell.count) && !isSafe(grid, cell))
    const complement = unsafe === undefined ? undefined : complementFor(grid, unsafe)
    if (complement === undefined) return
    complement.hidden = true
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
