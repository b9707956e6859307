import { newestUsable, areasTested } from '../currentLevel.ts'
import { pointsToLevel, type AssessmentFact, type Level } from '../levels.ts'
import { daysBetween } from '../../values/dates.ts'
import { type SkillArea } from '../../values/vocabulary.ts'
import {
  type LevelEvidence,
  type LowestLevelEvidence,
  type ScoreEvidence,
  type TestEvidence,
  type UnknownReason,
} from './answers.ts'
import { type PreparedContext } from './context.ts'
import { type LearnerFacts } from './facts.ts'
import { type LevelRule, type LowestLevelRule, type ScoreRule } from './requirements.ts'

const noTest: TestEvidence = {
  instrument: null,
  form: null,
  testedOn: null,
  ageInDays: null,
  score: null,
  level: null,
}

function testEvidence(test: AssessmentFact, level: Level | null, context: PreparedContext): TestEvidence {
  return {
    instrument: test.instrument,
    form: test.form,
    testedOn: test.testedOn,
    ageInDays: daysBetween(test.testedOn, context.asOf),
    score: test.score,
    level,
  }
}

function isTooOld(ageInDays: number | null, maximumAgeDays: number | null): boolean {
  return maximumAgeDays !== null && ageInDays !== null && ageInDays > maximumAgeDays
}

function levelInArea(
  area: SkillArea,
  neededLevel: Level,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: PreparedContext,
): LevelEvidence {
  const current = context.levelIn(facts, area)
  if (current === null) {
    const below = { levelsBelow: null, pointsBelow: null, unknown: 'noEvidence' as const }
    return { kind: 'level', area, neededLevel, ...noTest, ...below }
  }
  const test = testEvidence(current.assessment, current.level, context)
  const table = context.tables.tableFor(current.assessment.instrument, area, current.assessment.testedOn)
  const unknown: UnknownReason | null = isTooOld(test.ageInDays, maximumAgeDays)
    ? 'tooOld'
    : current.level === null
      ? 'noLevel'
      : null
  return {
    kind: 'level',
    area,
    neededLevel,
    ...test,
    levelsBelow: current.level === null ? null : Math.max(0, neededLevel - current.level),
    pointsBelow: pointsToLevel(table, test.score, neededLevel),
    unknown,
  }
}

/** The newest usable test in the area against the level needed. */
export function levelEvidence(
  rule: LevelRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: PreparedContext,
): LevelEvidence {
  return levelInArea(rule.area, rule.minimumLevel, maximumAgeDays, facts, context)
}

/**
 * Every area must reach the level: one known to be below decides, then one that is unknown.
 */
export function lowestLevelEvidence(
  rule: LowestLevelRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: PreparedContext,
): LowestLevelEvidence {
  const wanted = rule.areas.length > 0 ? rule.areas : areasTested(facts.assessments, context.asOf)
  const areas = wanted.map((area) => levelInArea(area, rule.minimumLevel, maximumAgeDays, facts, context))
  const known = areas.filter((area) => area.unknown === null)
  const below = known.filter((area) => area.levelsBelow! > 0)
  const firstUnknown = areas.find((area) => area.unknown !== null)
  const lowest = known.reduce<Level | null>(
    (least, area) => (least === null || area.level! < least ? area.level : least),
    null,
  )
  const points = below.map((area) => area.pointsBelow)
  return {
    kind: 'lowestLevel',
    neededLevel: rule.minimumLevel,
    level: lowest,
    levelsBelow: lowest === null ? null : Math.max(0, rule.minimumLevel - lowest),
    pointsBelow: points.includes(null) || lowest === null ? null : Math.max(0, ...(points as number[])),
    areas,
    unknown: below.length > 0 ? null : areas.length === 0 ? 'noEvidence' : (firstUnknown?.unknown ?? null),
  }
}

/** The newest usable test on the named instrument against the score needed. */
export function scoreEvidence(
  rule: ScoreRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: PreparedContext,
): ScoreEvidence {
  const wanted = {
    kind: 'score',
    area: rule.area,
    neededInstrument: rule.instrument,
    neededScore: rule.minimumScore,
  } as const
  const newest = newestUsable(facts.assessments, rule.area, context.asOf, rule.instrument)
  if (newest === null) return { ...wanted, ...noTest, pointsBelow: null, unknown: 'noEvidence' }
  const test = testEvidence(newest, context.tables.levelOf(newest), context)
  return {
    ...wanted,
    ...test,
    pointsBelow: Math.max(0, rule.minimumScore - newest.score!),
    unknown: isTooOld(test.ageInDays, maximumAgeDays) ? 'tooOld' : null,
  }
}
