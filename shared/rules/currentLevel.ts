import { type IsoDate } from '../values/dates.ts'
import { type SkillArea } from '../values/vocabulary.ts'
import { type AssessmentFact, type Level, type LevelledAssessment, type LevelTables } from './levels.ts'

/** True if an assessment counts on a day: a number, not inaccurate, not voided, not dated later. */
export function isUsable(assessment: AssessmentFact, on: IsoDate): boolean {
  return (
    assessment.score !== null && !assessment.inaccurate && !assessment.voided && assessment.testedOn <= on
  )
}

/**
 * True if the first of two usable assessments counts as the newer one. On one day the higher score wins;
 * instrument and form only make the choice independent of the order in which tests were read.
 */
function isNewer(candidate: AssessmentFact, best: AssessmentFact): boolean {
  if (candidate.testedOn !== best.testedOn) return candidate.testedOn > best.testedOn
  if (candidate.score !== best.score) return candidate.score! > best.score!
  if (candidate.instrument !== best.instrument) return candidate.instrument > best.instrument
  return (candidate.form ?? '') > (best.form ?? '')
}

/** The newest usable assessment in an area on a day, on any instrument or on the one named; null if none. */
export function newestUsable(
  assessments: readonly AssessmentFact[],
  area: SkillArea,
  on: IsoDate,
  instrument: string | null = null,
): AssessmentFact | null {
  let best: AssessmentFact | null = null
  for (const candidate of assessments) {
    if (candidate.skillArea !== area || !isUsable(candidate, on)) continue
    if (instrument !== null && candidate.instrument !== instrument) continue
    if (best === null || isNewer(candidate, best)) best = candidate
  }
  return best
}

/** The current level in one area on a day with the test behind it; null if there is no usable test. */
export function currentLevel(
  assessments: readonly AssessmentFact[],
  area: SkillArea,
  on: IsoDate,
  tables: LevelTables,
): LevelledAssessment | null {
  const assessment = newestUsable(assessments, area, on)
  return assessment === null ? null : { assessment, level: tables.levelOf(assessment) }
}

/** The areas in which there is a usable assessment on a day. */
export function areasTested(assessments: readonly AssessmentFact[], on: IsoDate): SkillArea[] {
  const areas = new Set<SkillArea>()
  for (const assessment of assessments) if (isUsable(assessment, on)) areas.add(assessment.skillArea)
  return [...areas].sort()
}

/**
 * The NRS entry level: the lowest current level among the areas taught (default: those tested).
 * Areas without a known level are left out; null if no level is known. Source: 34 CFR 462.42(d).
 */
export function entryLevel(
  assessments: readonly AssessmentFact[],
  on: IsoDate,
  tables: LevelTables,
  areasTaught: readonly SkillArea[] | null = null,
): Level | null {
  let lowest: Level | null = null
  for (const area of areasTaught ?? areasTested(assessments, on)) {
    const level = currentLevel(assessments, area, on, tables)?.level ?? null
    if (level !== null && (lowest === null || level < lowest)) lowest = level
  }
  return lowest
}
