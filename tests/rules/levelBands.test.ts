import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandsOf, cutScoresOf } from '../../shared/rules/levelBands.ts'
import { levelOfScore } from '../../shared/rules/levels.ts'
import { readingTable } from './examples.ts'

it('makes the bands of a chart and gives the chart back', () => {
  const chart = { lowest: [null, 184, 197, 207, 217, 228], highest: 238 }
  expect(bandsOf(chart)).toEqual(readingTable.levels)
  expect(cutScoresOf(readingTable.levels)).toEqual(chart)
})

it('stops where the chart stops, and is none while nothing is entered', () => {
  expect(bandsOf({ lowest: [100, 200, null, null, null, null], highest: null })).toEqual([
    { level: 1, minScore: 100, maxScore: 199 },
    { level: 2, minScore: 200, maxScore: null },
  ])
  expect(bandsOf({ lowest: [null, null, null, null, null, null], highest: 300 })).toBeNull()
  expect(cutScoresOf(null)).toEqual({ lowest: [null, null, null, null, null, null], highest: null })
})

it('leaves a hole for a level left out, so that the table is refused', () => {
  const bands = bandsOf({ lowest: [null, 200, null, 300, null, null], highest: 320 })
  expect(bands?.[2]).toEqual({ level: 3, minScore: null, maxScore: 299 })
})

it('puts every score at the highest level that begins at or below it', () => {
  const rising = fc
    .uniqueArray(fc.integer({ min: 100, max: 400 }), { minLength: 6, maxLength: 6 })
    .map((scores) => scores.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(rising, fc.integer({ min: 100, max: 500 }), (lowest, score) => {
      const levels = bandsOf({ lowest, highest: 500 })
      const expected = lowest.filter((begin) => begin <= score).length
      expect(levelOfScore({ ...readingTable, levels }, score)).toBe(expected === 0 ? null : expected)
    }),
  )
})
