import { daysFrom, daysLater } from './days.ts'
import type { Mark, Rows, ScoreTable, Test, Total } from './plainRows.ts'

/** Rows by learner, made once for all that is asked of them. */
export interface ByLearner {
  tests: Map<number, Test[]>
  marks: Map<number, Mark[]>
  totals: Map<number, Total[]>
}

export const byLearner = ({ tests, marks, totals }: Rows): ByLearner => ({
  tests: Map.groupBy(tests, ({ learnerId }) => learnerId),
  marks: Map.groupBy(marks, ({ learnerId }) => learnerId),
  totals: Map.groupBy(totals, ({ learnerId }) => learnerId),
})

/** The table of a test: that of its instrument and skill area on the day of the test. */
export const tableOf = (tables: readonly ScoreTable[], { instrument, skillArea, testedOn }: Test) =>
  tables.find(
    (table) =>
      table.instrument === instrument &&
      table.skillArea === skillArea &&
      (table.effectiveFrom ?? '') <= testedOn &&
      testedOn <= (table.effectiveTo ?? '9999'),
  )

/** 1 to 6, 7 above 6; undefined where no table knows. */
export function levelOf(tables: readonly ScoreTable[], test: Test): number | undefined {
  const chart = tableOf(tables, test)?.levels
  if (!chart) return undefined
  const levels = JSON.parse(chart) as { level: number; minScore: number | null; maxScore: number | null }[]
  const top = levels.at(-1)!
  if (top.maxScore !== null && test.score! > top.maxScore) return 7
  return levels.find(
    ({ minScore, maxScore }) =>
      (minScore === null || test.score! >= minScore) && (maxScore === null || test.score! <= maxScore),
  )?.level
}

/** Has a numeric scale score, is not inaccurate or voided, and its date is not after the day. */
export const isUsable = (test: Test, day: string) =>
  test.score !== null && test.accurate === 1 && test.voidedAt === null && test.testedOn <= day

/** The newest usable test of each area. Tests are in the order of their days. */
export function newestByArea(tests: readonly Test[], day: string): Test[] {
  const newest = new Map<string, Test>()
  for (const test of tests) if (isUsable(test, day)) newest.set(test.skillArea, test)
  return [...newest.values()]
}

/** Minutes at one meeting: whole, or what was typed, and none for whoever was not there. */
export const minutesOf = ({ mark, lasted, typed }: Mark) =>
  mark === 'present' || mark === 'late' ? (typed ?? lasted) : 0

/** Hours from one day to another, both included; of a total, the share of its days. To two places. */
export function hoursBetween(
  { marks, totals }: ByLearner,
  learnerId: number,
  from: string,
  to: string,
): number {
  let minutes = 0
  for (const mark of marks.get(learnerId) ?? [])
    if (from <= mark.heldOn && mark.heldOn <= to) minutes += minutesOf(mark)
  let hours = 0
  for (const { periodFrom, periodTo, hours: some } of totals.get(learnerId) ?? []) {
    const first = periodFrom > from ? periodFrom : from
    const last = periodTo < to ? periodTo : to
    if (first <= last) hours += (some * (daysFrom(first, last) + 1)) / (daysFrom(periodFrom, periodTo) + 1)
  }
  // A half goes up, whatever the last bit of the sum says.
  return Math.round((hours + minutes / 60) * 100 + 1e-6) / 100
}

/** Who has the hours for a post-test since the newest test of an area; the day of that test does not count. */
export function duePostTests(rows: Rows, of: ByLearner, learnerIds: readonly number[], today: string) {
  return learnerIds.flatMap((learnerId) =>
    newestByArea(of.tests.get(learnerId) ?? [], today).flatMap((test) => {
      const table = tableOf(rows.tables, test)
      if (table?.minimumHours == null) return []
      const hours = hoursBetween(of, learnerId, daysLater(test.testedOn, 1), today)
      if (hours < table.minimumHours) return []
      const isOverdue = table.recommendedHoursTo !== null && hours >= table.recommendedHoursTo
      const state = isOverdue ? 'overdue' : 'due'
      return [{ learnerId, skillArea: test.skillArea, state, hours }]
    }),
  )
}
