import type { IsoDate } from '../../../shared/values/dates.ts'
import { testedAreas, type TestedArea } from '../../../shared/values/vocabulary.ts'

/** As much of a test as its place on the chart needs. */
export interface ChartedTest {
  readonly testedOn: IsoDate
  readonly skillArea: TestedArea
  readonly scoreText: string
  readonly level: number | null
  readonly accurate: boolean
  readonly voided: boolean
}

/** The level of one skill on the days on which it was tested, oldest first. */
export interface AreaLevels {
  readonly skillArea: TestedArea
  readonly points: readonly { readonly day: IsoDate; readonly value: number }[]
}

/** The tests that count and have a level, oldest first; of one day and skill the highest alone. */
export function chartedTests(tests: readonly ChartedTest[]): ChartedTest[] {
  const best = new Map<string, ChartedTest>()
  for (const test of tests) {
    if (test.voided || !test.accurate || test.level === null) continue
    const key = `${test.skillArea} ${test.testedOn}`
    const other = best.get(key)
    if (other === undefined || test.level > (other.level ?? 0)) best.set(key, test)
  }
  return [...best.values()].sort((one, other) => (one.testedOn < other.testedOn ? -1 : 1))
}

/** One line per skill, in the usual order of skills; skills without a level have none. */
export function levelsOverTime(tests: readonly ChartedTest[]): AreaLevels[] {
  const charted = chartedTests(tests)
  return testedAreas
    .map((skillArea) => ({
      skillArea,
      points: charted
        .filter((test) => test.skillArea === skillArea)
        .map(({ testedOn, level }) => ({ day: testedOn, value: level ?? 0 })),
    }))
    .filter(({ points }) => points.length > 0)
}
