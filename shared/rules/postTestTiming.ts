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

/** A post-test with the last usable test before it, and the hours that its publisher asks for between the two. */
export interface PostTestWait {
  readonly since: IsoDate
  readonly testedOn: IsoDate
  readonly minimumHours: number
}

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
      other.skillArea === test.skillArea &&
      other.testedOn < test.testedOn &&
      other.testedOn >= from &&
      tables.tableFor(other.instrument, other.skillArea, other.testedOn)?.generation === generation,
  )
  return newestUsable(comparable, test.skillArea, test.testedOn)
}

/**
 * What a test has to wait for as a post-test, before anybody's hours are asked for; null if it is none or there is no
 * rule for it. A score that does not count is no post-test and never early.
 * @param table the table of the test on its day; null if there is none
 * @param others the learner's tests, in any order; those of the same day or later make no difference
 */
export function postTestWait(
  test: AssessmentFact,
  table: LevelTable | null,
  others: readonly AssessmentFact[],
  tables: LevelTables,
): PostTestWait | null {
  if (table === null || table.minimumHours === null || test.score === null) return null
  if (test.inaccurate || test.voided) return null
  const before = testBefore(test, table.generation, others, tables)
  if (before === null) return null
  return { since: before.testedOn, testedOn: test.testedOn, minimumHours: table.minimumHours }
}

/**
 * Whether the hours between the two tests are enough.
 * @param attended the learner's hours, with absences as rows of none
 */
export function timingOfWait(
  { since, testedOn, minimumHours }: PostTestWait,
  attended: readonly HoursAttended[],
): PostTestTiming {
  const { hours } = hoursSinceTest(attended, since, testedOn, true)
  if (hours >= minimumHours) return fits
  return areHoursKnown(attended, since, testedOn, minimumHours)
    ? { state: 'early', since, hours, minimumHours }
    : { state: 'hoursUnknown', since, minimumHours }
}

/** Whether a test comes too early after the last one (`postTestWait`, `timingOfWait`). */
export function postTestTiming(
  test: AssessmentFact,
  table: LevelTable | null,
  others: readonly AssessmentFact[],
  attended: readonly HoursAttended[],
  tables: LevelTables,
): PostTestTiming {
  const wait = postTestWait(test, table, others, tables)
  return wait === null ? fits : timingOfWait(wait, attended)
}
