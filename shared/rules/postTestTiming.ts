import { programYearOf, type IsoDate } from '../values/dates.ts'
import { newestUsable } from './currentLevel.ts'
import { areHoursKnown, hoursSinceTest, type HoursAttended } from './hours.ts'
import type { AssessmentFact, LevelTable, LevelTables } from './levels.ts'
import { testDaysOf } from './programYearGains.ts'

/** Whether a test comes after the hours that its publisher asks for since the last one. */
export type PostTestTiming =
  /** No post-test at all, no rule for it, or hours enough. */
  | { readonly state: 'fits' }
  | {
      readonly state: 'early'
      readonly since: IsoDate
      readonly hours: number
      readonly minimumHours: number
    }
  /** Nobody recorded presence or absence between the two tests: it cannot be said. */
  | { readonly state: 'hoursUnknown'; readonly since: IsoDate; readonly minimumHours: number }

const fits: PostTestTiming = { state: 'fits' }

/**
 * The last usable test before another that it would be a post-test to: same area and generation, within the
 * look-back of the later test's program year. An older one asks for a new pre-test, which has no hours to wait for.
 */
function testBefore(
  test: AssessmentFact,
  generation: string,
  others: readonly AssessmentFact[],
  tables: LevelTables,
): AssessmentFact | null {
  const { from } = testDaysOf(programYearOf(test.testedOn))
  const comparable = others.filter(
    (other) =>
      other.testedOn < test.testedOn &&
      other.testedOn >= from &&
      tables.tableFor(other.instrument, other.skillArea, other.testedOn)?.generation === generation,
  )
  return newestUsable(comparable, test.skillArea, test.testedOn)
}

/**
 * Whether a test comes too early after the last one. A score that does not count is no post-test and never early.
 * @param table the table of the test on its day; null if there is none
 * @param others the learner's other tests, in any order
 * @param attended the learner's hours, with absences as rows of none
 */
export function postTestTiming(
  test: AssessmentFact,
  table: LevelTable | null,
  others: readonly AssessmentFact[],
  attended: readonly HoursAttended[],
  tables: LevelTables,
): PostTestTiming {
  if (table === null || table.minimumHours === null || test.score === null) return fits
  if (test.inaccurate || test.voided) return fits
  const before = testBefore(test, table.generation, others, tables)
  if (before === null) return fits
  const { minimumHours } = table
  const since = before.testedOn
  const { hours } = hoursSinceTest(attended, since, test.testedOn, true)
  if (hours >= minimumHours) return fits
  return areHoursKnown(attended, since, test.testedOn, minimumHours)
    ? { state: 'early', since, hours, minimumHours }
    : { state: 'hoursUnknown', since, minimumHours }
}
