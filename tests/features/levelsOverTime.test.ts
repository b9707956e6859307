import { expect, it } from 'vitest'
import { levelsOverTime, type ChartedTest } from '../../renderer/features/assessments/levelsOverTime.ts'

const test = (testedOn: string, level: number | null, more: Partial<ChartedTest> = {}): ChartedTest => ({
  testedOn,
  skillArea: 'reading',
  scoreText: '212',
  level,
  accurate: true,
  voided: false,
  ...more,
})

it('draws one line per skill through the tests that count, oldest first', () => {
  const tests = [
    test('2026-05-01', 4),
    test('2026-01-01', 3),
    test('2026-03-01', 6, { voided: true }),
    test('2026-03-02', 6, { accurate: false }),
    test('2026-03-03', null),
    test('2026-02-01', 5, { skillArea: 'listening' }),
    test('2026-02-02', null, { skillArea: 'civics' }),
  ]
  expect(levelsOverTime(tests)).toEqual([
    {
      skillArea: 'reading',
      points: [
        { day: '2026-01-01', value: 3 },
        { day: '2026-05-01', value: 4 },
      ],
    },
    { skillArea: 'listening', points: [{ day: '2026-02-01', value: 5 }] },
  ])
})

it('shows the better of two tests on one day, and nothing without tests', () => {
  const points = [{ day: '2026-05-01', value: 5 }]
  expect(levelsOverTime([test('2026-05-01', 5), test('2026-05-01', 4)])).toMatchObject([{ points }])
  expect(levelsOverTime([])).toEqual([])
})
