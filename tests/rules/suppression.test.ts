import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mayShowRate,
  suppressList,
  suppressTable,
  type OutsideCount,
} from '../../shared/rules/suppression.ts'

const isSmall = (count: number) => count >= 1 && count <= 9

/** Every way to fill a table (cells row by row) with whole numbers that agrees with what is shown. */
function* tablesLike(
  shown: readonly (readonly OutsideCount[])[],
  limit: number,
  at = 0,
  filled: number[] = [],
): Generator<number[][]> {
  const width = shown[0]!.length
  if (at === shown.length * width) {
    yield shown.map((_, row) => filled.slice(row * width, (row + 1) * width))
    return
  }
  const known = shown[Math.floor(at / width)]![at % width]!
  for (let count = known ?? 0; count <= (known ?? limit); count++) {
    yield* tablesLike(shown, limit, at + 1, [...filled, count])
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const agrees = (shown: OutsideCount, count: number) => shown === null || shown === count

const someCount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 13 }))

describe('a list for outside use', () => {
  it('hides small counts and one more', () => {
    expect(suppressList([40, 12, 3])).toEqual({ counts: [40, null, null], total: 55 })
    expect(suppressList([40, 12, 30])).toEqual({ counts: [40, 12, 30], total: 82 })
    expect(suppressList([40, 0, 0])).toEqual({ counts: [40, 0, 0], total: 40 })
    expect(suppressList([1, 1, 50])).toEqual({ counts: [null, null, null], total: 52 })
    expect(suppressList([9, 9, 9, 9, 40]).counts).toContain(null)
    expect(suppressList([4])).toEqual({ counts: [null], total: null })
    expect(suppressList([3, 0])).toEqual({ counts: [null, 0], total: null })
  })

  it('never lets a small count be worked out', () => {
    fc.assert(
      fc.property(fc.array(someCount, { minLength: 1, maxLength: 4 }), (counts) => {
        const { counts: shown, total } = suppressList(counts)
        const possible = [...tablesLike([shown], 30)].filter(([line]) => agrees(total, sum(line!)))
        counts.forEach((count, index) => {
          if (!isSmall(count)) return
          expect(shown[index]).toBeNull()
          expect(new Set(possible.map(([line]) => line![index])).size).toBeGreaterThan(1)
        })
        if (isSmall(sum(counts))) expect(total).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})

describe('a two-way table for outside use', () => {
  it('hides in both directions', () => {
    const { cells, rowTotals, columnTotals, total } = suppressTable([
      [20, 5, 30],
      [40, 50, 60],
      [70, 80, 90],
    ])
    expect(cells.flat().filter((count) => count === null)).toHaveLength(4)
    expect(cells[0]![1]).toBeNull()
    expect([rowTotals, columnTotals, total]).toEqual([[55, 150, 240], [130, 135, 180], 445])
  })

  it('never lets a small count be worked out, from cells, margins or total', () => {
    const someTable = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
      .chain(([height, width]) =>
        fc.array(fc.array(someCount, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      )
    fc.assert(
      fc.property(someTable, (counts) => {
        const out = suppressTable(counts)
        const hiddenCells = out.cells.flat().filter((count) => count === null).length
        fc.pre(hiddenCells <= 4)
        const columns = (table: readonly (readonly number[])[]) =>
          table[0]!.map((_, column) => sum(table.map((row) => row[column]!)))
        const possible = [...tablesLike(out.cells, 16)].filter(
          (table) =>
            table.every((row, index) => agrees(out.rowTotals[index]!, sum(row))) &&
            columns(table).every((count, index) => agrees(out.columnTotals[index]!, count)) &&
            agrees(out.total, sum(table.flat())),
        )
        const isOpen = (pick: (table: readonly (readonly number[])[]) => number) => {
          if (!isSmall(pick(counts))) return
          expect(new Set(possible.map(pick)).size).toBeGreaterThan(1)
        }
        counts.forEach((row, y) => {
          isOpen((table) => sum(table[y]!))
          row.forEach((_, x) => isOpen((table) => table[y]![x]!))
        })
        counts[0]!.forEach((_, x) => isOpen((table) => columns(table)[x]!))
        isOpen((table) => sum(table.flat()))
      }),
      { numRuns: 60 },
    )
  })

  it('shows everything where nothing is small', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (counts) => {
          expect(suppressTable(counts).cells).toEqual(counts)
        },
      ),
    )
  })
})

describe('a rate for outside use', () => {
  it('shows neither few people nor few left out', () => {
    expect(mayShowRate({ numerator: 58, denominator: 60 })).toBe(false)
    expect(mayShowRate({ numerator: 3, denominator: 60 })).toBe(false)
    expect(mayShowRate({ numerator: 60, denominator: 60 })).toBe(true)
    expect(mayShowRate({ numerator: 30, denominator: 60 })).toBe(true)
    expect(mayShowRate({ numerator: 0, denominator: 8 })).toBe(false)
  })
})
