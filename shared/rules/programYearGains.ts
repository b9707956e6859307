import { addMonths, compareDates, programYearSpan, type IsoDate } from '../values/dates.ts'
import type { SkillArea } from '../values/vocabulary.ts'
import { isUsable } from './currentLevel.ts'
import { gainBetween } from './gains.ts'
import { areHoursKnown, hoursSinceTest, type HoursAttended } from './hours.ts'
import type { AssessmentFact, Level, LevelTables } from './levels.ts'

/** A test may be taken over as a pre-test from so many months before the first of July. */
export const lookBackMonths = 12

/** Why there is no measured gain. */
export type NoPostTest =
  | 'noPreTest'
  /** The only tests there are have a score that counts nowhere: inaccurate or out of range. */
  | 'preTestUnusable'
  | 'levelUnknown'
  | 'noPostTest'
  | 'postTestUnusable'
  | 'postLevelUnknown'
  | 'tooFewHours'
  /** Tested again, and nobody recorded presence or absence between the two tests. */
  | 'hoursUnknown'
  | 'sameForm'
  | 'otherGeneration'

/** A learner's pre- and post-test of one area in one program year. */
export type YearGain<Test extends AssessmentFact = AssessmentFact> =
  | {
      readonly state: 'notMeasured'
      readonly reason: NoPostTest
      readonly pre: Test | null
      /** The test that the reason is about, the newest of several; null where there is none. */
      readonly about: Test | null
      /** Hours between the pre-test and that test, and the hours asked for; null where nothing was compared. */
      readonly hours: number | null
      readonly minimumHours: number | null
    }
  | {
      readonly state: 'measured'
      readonly pre: Test
      readonly post: Test
      readonly preLevel: Level
      readonly postLevel: Level
      /** Levels gained; 0 or below is no gain. */
      readonly levels: number
      /** Hours of instruction between the two tests. */
      readonly hours: number
      readonly minimumHours: number | null
    }

const byDate = (one: AssessmentFact, other: AssessmentFact) =>
  compareDates(one.testedOn, other.testedOn) || (one.score ?? 0) - (other.score ?? 0)

/**
 * The pre-test of a program year: the newest usable one of the twelve months before it, else the first one in it. A
 * test of a generation that ended before the year began is history and is not taken over.
 */
function preTestOf<Test extends AssessmentFact>(
  tests: readonly Test[],
  from: IsoDate,
  tables: LevelTables,
): Test | null {
  const earliest = addMonths(from, -lookBackMonths)
  const before = tests.filter(({ testedOn }) => testedOn < from && testedOn >= earliest)
  const carried = before.toSorted(byDate).at(-1)
  const table = carried && tables.tableFor(carried.instrument, carried.skillArea, carried.testedOn)
  const stillCounts = table !== undefined && table !== null && (table.effectiveTo ?? from) >= from
  if (carried && stillCounts) return carried
  return tests.filter(({ testedOn }) => testedOn >= from).toSorted(byDate)[0] ?? null
}

/** Of several reasons why no test serves as a post-test, the one nearest to success is said. */
const nearest = [
  'tooFewHours',
  'hoursUnknown',
  'sameForm',
  'otherGeneration',
  'postLevelUnknown',
  'postTestUnusable',
] as const
type Reason = (typeof nearest)[number]

/** Why a later test does not serve as the post-test, with the hours between; null if it does. */
function whyNot(
  pre: AssessmentFact,
  later: AssessmentFact,
  attended: readonly HoursAttended[],
  on: IsoDate,
  tables: LevelTables,
): { reason: Reason | null; hours: number; minimumHours: number | null } {
  const table = tables.tableFor(later.instrument, later.skillArea, later.testedOn)
  const minimumHours = table?.minimumHours ?? null
  const { hours } = hoursSinceTest(attended, pre.testedOn, later.testedOn, true)
  const answer = gainBetween(pre, later, hours, on, tables)
  const between = { hours, minimumHours }
  if (answer.state !== 'notComparable') return { reason: null, ...between }
  if (answer.reason === 'notUsable') return { reason: 'postTestUnusable', ...between }
  if (answer.reason !== 'tooFewHours')
    return { reason: nearest.find((reason) => reason === answer.reason) ?? 'postLevelUnknown', ...between }
  const areKnown = areHoursKnown(attended, pre.testedOn, later.testedOn, minimumHours ?? 0)
  return { reason: areKnown ? 'tooFewHours' : 'hoursUnknown', ...between }
}

/**
 * The gain of one learner in one area in a program year, as known on a day (34 CFR 462.41): the comparable
 * post-test with the highest level is taken, because a gain once shown is not lost by a later test.
 */
export function yearGain<Test extends AssessmentFact>(
  assessments: readonly Test[],
  area: SkillArea,
  attended: readonly HoursAttended[],
  programYear: number,
  on: IsoDate,
  tables: LevelTables,
): YearGain<Test> {
  const { from, to } = programYearSpan(programYear)
  const end = on < to ? on : to
  const sat = assessments
    .filter((test) => test.skillArea === area && !test.voided && test.testedOn <= end)
    .toSorted(byDate)
  const usable = sat.filter((test) => isUsable(test, end))
  const pre = preTestOf(usable, from, tables)
  const nothing = { state: 'notMeasured', pre, about: null, hours: null, minimumHours: null } as const
  if (pre === null) {
    const about = sat.findLast(({ testedOn }) => testedOn >= addMonths(from, -lookBackMonths)) ?? null
    return { ...nothing, reason: about === null ? 'noPreTest' : 'preTestUnusable', about }
  }
  const preLevel = tables.levelOf(pre)
  if (preLevel === null) return { ...nothing, reason: 'levelUnknown' }
  const found = new Map<Reason, YearGain<Test>>()
  let best: Extract<YearGain<Test>, { state: 'measured' }> | null = null
  for (const post of sat) {
    if (post.testedOn <= pre.testedOn || post.testedOn < from) continue
    const { reason, ...between } = whyNot(pre, post, attended, end, tables)
    const postLevel = reason === null ? tables.levelOf(post) : null
    if (reason !== null) found.set(reason, { ...nothing, reason, about: post, ...between })
    if (postLevel === null || (best !== null && best.postLevel >= postLevel)) continue
    const levels = { preLevel, postLevel, levels: postLevel - preLevel }
    best = { state: 'measured', pre, post, ...levels, ...between }
  }
  if (best !== null) return best
  const reason = nearest.find((one) => found.has(one))
  return (reason && found.get(reason)) ?? { ...nothing, reason: 'noPostTest' }
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
  gain.state === 'measured' || (gain.pre !== null && gain.reason !== 'levelUnknown')

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
