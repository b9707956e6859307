import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthMarks, placeOfDay, spreadLabels } from '../../renderer/ui/chartScales.ts'

const span = (from: string, to: string) => [Date.parse(from), Date.parse(to)] as const

test('days lie along the line', () => {
  const year = span('2025-01-01', '2025-12-31')
  expect(placeOfDay('2025-01-01', year, 364)).toBe(0)
  expect(placeOfDay('2025-12-31', year, 364)).toBe(364)
  expect(placeOfDay('2025-01-11', year, 364)).toBe(10)
  expect(placeOfDay('2025-05-05', span('2025-05-05', '2025-05-05'), 300)).toBe(150)
})

test('months are marked at round steps', () => {
  expect(monthMarks(span('2025-01-15', '2025-05-02'), 6)).toEqual([
    '2025-02-01',
    '2025-03-01',
    '2025-04-01',
    '2025-05-01',
  ])
  expect(monthMarks(span('2023-02-10', '2026-11-22'), 4)).toEqual(['2024-01-01', '2025-01-01', '2026-01-01'])
})

test('labels never touch, stay above the lowest place and keep their order', () => {
  const places = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(places, (list) => {
      const spread = spreadLabels(list, 14, 200)
      const order = list.map((_, index) => index).toSorted((a, b) => (spread[a] ?? 0) - (spread[b] ?? 0))
      for (const [index, current] of order.entries()) {
        expect(spread[current]).toBeLessThanOrEqual(200)
        const before = order[index - 1]
        if (before === undefined) continue
        expect((spread[current] ?? 0) - (spread[before] ?? 0)).toBeGreaterThanOrEqual(14)
        expect(list[before]).toBeLessThanOrEqual(list[current] ?? 0)
      }
    }),
  )
  expect(spreadLabels([20, 100, 180], 14, 200)).toEqual([20, 100, 180])
})
