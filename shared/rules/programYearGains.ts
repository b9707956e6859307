import { addMonths, compareDates, programYearSpan, type IsoDate } from '../values/dates.ts'
import type { SkillArea } from '../values/vocabulary.ts'
import { isUsable } from './currentLevel.ts'
import { gainBetween } from './gains.ts'
import { hoursSinceTest, type HoursAttended } from './hours.ts'
import type { AssessmentFact, Level, LevelTables } from './levels.ts'

/** A test may be taken over as a pre-test from so many months before the first of July. */
export const lookBackMonths = 12

/** Why there is no measured gain, in the order in which it is asked. */
export type NoPostTest =
  'noPreTest' | 'levelUnknown' | 'noPostTest' | 'tooFewHours' | 'sameForm' | 'otherGeneration'

/** A learner's pre- and post-test of one area in one program year. */
export type YearGain =
  | { readonly state: 'notMeasured'; readonly reason: NoPostTest; readonly pre: AssessmentFact | null }
  | {
      readonly state: 'measured'
      readonly pre: AssessmentFact
      readonly post: AssessmentFact
      readonly preLevel: Level
      readonly postLevel: Level
      /** Levels gained; 0 or below is no gain. */
      readonly levels: number
      /** Hours of instruction between the two tests. */
      readonly hours: number
    }

const byDate = (one: AssessmentFact, other: AssessmentFact) =>
  compareDates(one.testedOn, other.testedOn) || (one.score ?? 0) - (other.score ?? 0)

/**
 * The pre-test of a program year: the newest usable one of the twelve months before it, else the first one in it. A
 * test of a generation that ended before the year began is history and is not taken over.
 */
function preTestOf(
  tests: readonly AssessmentFact[],
  from: IsoDate,
  tables: LevelTables,
): AssessmentFact | null {
  const before = tests.filter(
    ({ testedOn }) => testedOn < from && testedOn >= addMonths(from, -lookBackMonths),
  )
  const carried = before.toSorted(byDate).at(-1)
  const table = carried && tables.tableFor(carried.instrument, carried.skillArea, carried.testedOn)
  const stillCounts = table !== undefined && table !== null && (table.effectiveTo ?? from) >= from
  if (carried && stillCounts) return carried
  return tests.filter(({ testedOn }) => testedOn >= from).toSorted(byDate)[0] ?? null
}

/** Of several reasons why no test serves as a post-test, the one nearest to success is said. */
const nearest: readonly NoPostTest[] = [
  'tooFewHours',
  'sameForm',
  'otherGeneration',
  'levelUnknown',
  'noPostTest',
]

/**
 * The gain of one learner in one area in a program year, as known on a day (34 CFR 462.41): the comparable
 * post-test with the highest level is taken, because a gain once shown is not lost by a later test.
 */
export function yearGain(
  assessments: readonly AssessmentFact[],
  area: SkillArea,
  attended: readonly HoursAttended[],
  programYear: number,
  on: IsoDate,
  tables: LevelTables,
): YearGain {
  const { from, to } = programYearSpan(programYear)
  const end = on < to ? on : to
  const tests = assessments.filter((test) => test.skillArea === area && isUsable(test, end))
  const pre = preTestOf(tests, from, tables)
  if (pre === null) return { state: 'notMeasured', reason: 'noPreTest', pre }
  const preLevel = tables.levelOf(pre)
  if (preLevel === null) return { state: 'notMeasured', reason: 'levelUnknown', pre }
  const later = tests.filter(({ testedOn }) => testedOn > pre.testedOn && testedOn >= from)
  const reasons = new Set<string>(['noPostTest'])
  let best: Extract<YearGain, { state: 'measured' }> | null = null
  for (const post of later) {
    const { hours } = hoursSinceTest(attended, pre.testedOn, post.testedOn, true)
    const answer = gainBetween(pre, post, hours, end, tables)
    if (answer.state === 'notComparable') {
      reasons.add(answer.reason)
      continue
    }
    const postLevel = tables.levelOf(post)
    if (postLevel === null || (best !== null && best.postLevel >= postLevel)) continue
    best = { state: 'measured', pre, post, preLevel, postLevel, levels: postLevel - preLevel, hours }
  }
  if (best !== null) return best
  return { state: 'notMeasured', reason: nearest.find((reason) => reasons.has(reason)) ?? 'noPostTest', pre }
}

/** The gains of many, added up. */
export interface GainSummary {
  /** Learners with a pre-test whose level is known. */
  readonly preTested: number
  readonly postTested: number
  readonly gained: number
  readonly levelsGained: number
  /** Hours between the tests of those who gained, for each level they gained; null if nobody did. */
  readonly hoursPerLevel: number | null
}

type Measured = Extract<YearGain, { state: 'measured' }>

/** True for a learner with a pre-test whose level is known: who counts at all. */
export const isPreTested = (gain: YearGain): boolean =>
  gain.state === 'measured' || (gain.reason !== 'noPreTest' && gain.reason !== 'levelUnknown')

/** True for a learner with a post-test that may be compared. */
export const isPostTested = (gain: YearGain): gain is Measured => gain.state === 'measured'

/** True for a learner whose post-test lies at least one level above the pre-test. */
export const hasGained = (gain: YearGain): gain is Measured => isPostTested(gain) && gain.levels > 0

/** Adds up the gains of one area, over learners. Hours per level are over those who gained: n = `gained`. */
export function summarizeGains(gains: readonly YearGain[]): GainSummary {
  const gained = gains.filter(hasGained)
  const levelsGained = gained.reduce((sum, { levels }) => sum + levels, 0)
  const hours = gained.reduce((sum, gain) => sum + gain.hours, 0)
  return {
    preTested: gains.filter(isPreTested).length,
    postTested: gains.filter(isPostTested).length,
    gained: gained.length,
    levelsGained,
    hoursPerLevel: levelsGained === 0 ? null : Math.round((hours / levelsGained) * 10) / 10,
  }
}

/** The days on which tests may serve a program year: from the look-back until its last day. */
export function testDaysOf(programYear: number): { readonly from: IsoDate; readonly to: IsoDate } {
  const { from, to } = programYearSpan(programYear)
  return { from: addMonths(from, -lookBackMonths), to }
}
