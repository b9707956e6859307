import { foldForSearch } from '../../shared/values/names.ts'
import { textOf, type Cell, type TableRow } from './tableFile.ts'
import { tidy } from './values/converted.ts'

/** The row that names the columns. */
export interface Headings {
  /** Its place in the list of rows, from 0: data starts at the next one. */
  readonly rowIndex: number
  /** Its number in the file, from 1. */
  readonly rowNumber: number
  /** One text for each column, without outer spaces; `''` where the row has none. */
  readonly headings: readonly string[]
  /** How many of them are known; 0 when the row was chosen by its shape alone. */
  readonly knownCount: number
}

const rowsSearched = 50
const fewestKnown = 2
/** Share of the widest row that a row of headings fills when none of its words is known. */
const filledShare = 0.6

/** The key under which headings are compared: `Last Name`, `LAST_NAME` and `lastName` are one. */
export function foldHeading(text: string): string {
  return foldForSearch(text).replaceAll(' ', '')
}

/**
 * Finds the headings under any title rows: the row among the first fifty with the most different known words.
 * Where hardly any is known, the first row that fills most of the table's width.
 * @param known every known heading, folded by `foldHeading`
 * @returns null when no row will do
 */
export function findHeadings(rows: readonly TableRow[], known: ReadonlySet<string>): Headings | null {
  const candidates = rows.slice(0, rowsSearched)
  let best: { rowIndex: number; knownCount: number } | null = null
  for (const [rowIndex, row] of candidates.entries()) {
    const knownCount = countKnown(row.cells, known)
    if (knownCount >= fewestKnown && knownCount > (best?.knownCount ?? 0)) best = { rowIndex, knownCount }
  }
  best ??= byShape(rows, candidates)
  const row = best === null ? undefined : rows[best.rowIndex]
  if (best === null || row === undefined) return null
  return { ...best, rowNumber: row.number, headings: row.cells.map((cell) => tidy(cell)) }
}

function countKnown(cells: readonly Cell[], known: ReadonlySet<string>): number {
  const found = new Set<string>()
  for (const cell of cells) {
    const folded = foldHeading(textOf(cell))
    if (known.has(folded)) found.add(folded)
  }
  return found.size
}

function byShape(
  rows: readonly TableRow[],
  candidates: readonly TableRow[],
): { rowIndex: number; knownCount: number } | null {
  const widest = rows.reduce((width, row) => Math.max(width, row.cells.length), 0)
  const rowIndex = candidates.findIndex(
    (row) => !row.blank && row.cells.filter((cell) => tidy(cell) !== '').length >= widest * filledShare,
  )
  return rowIndex < 0 ? null : { rowIndex, knownCount: 0 }
}
