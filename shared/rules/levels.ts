import { type IsoDate } from '../values/dates.ts'
import { type SkillArea } from '../values/vocabulary.ts'

/** The internal number of a score above the top of level 6. */
export const ABOVE_LEVEL_6 = 7

/** An NRS level for English learners, 1 to 6, or 7 for *above 6*. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6 | typeof ABOVE_LEVEL_6

/** A level that a score table names; above 6 follows from the top of level 6. */
export type TableLevel = Exclude<Level, typeof ABOVE_LEVEL_6>

/** The scale scores of one level, both ends included; null means no bound on that side. */
export interface LevelBand {
  readonly level: TableLevel
  readonly minScore: number | null
  readonly maxScore: number | null
}

/** How the scores of one instrument in one skill area are read between two dates. */
export interface LevelTable {
  readonly instrument: string
  /** Instruments of one generation may be compared for a gain: 'CASAS STEPS', 'BEST Plus 3.0'. */
  readonly generation: string
  readonly skillArea: SkillArea
  /** First and last test date for which the table counts; null means no bound. */
  readonly effectiveFrom: IsoDate | null
  readonly effectiveTo: IsoDate | null
  /** Hours of instruction between two tests before the second may be given. */
  readonly minimumHours: number | null
  readonly recommendedHours: { readonly from: number; readonly to: number } | null
  /** In ascending order; null while nobody has entered the publisher's chart. */
  readonly levels: readonly LevelBand[] | null
  /** Scores that the instrument can give at all; null ends are not known. */
  readonly possibleScores: { readonly min: number | null; readonly max: number | null }
  /** Test forms; empty if any form is taken. */
  readonly forms: readonly string[]
}

/** One test result, as far as levels and screening need it. */
export interface AssessmentFact {
  readonly testedOn: IsoDate
  readonly instrument: string
  readonly skillArea: SkillArea
  readonly form: string | null
  /** The scale score; null for a result that is not a number. */
  readonly score: number | null
  readonly inaccurate: boolean
  readonly voided: boolean
}

/** An assessment with the level its score gives; null means level unknown. */
export interface LevelledAssessment {
  readonly assessment: AssessmentFact
  readonly level: Level | null
}

/** Score tables prepared for quick look-up. */
export interface LevelTables<Table extends LevelTable = LevelTable> {
  /** The table for an instrument and area on a test date; null if there is none. */
  tableFor(instrument: string, skillArea: SkillArea, testedOn: IsoDate): Table | null
  /** The level of one assessment; null if there is no table, no chart or no score. */
  levelOf(assessment: AssessmentFact): Level | null
}

function levelInBands(bands: readonly LevelBand[], score: number): Level | null {
  // From the top down: a score in a gap between two bands belongs to the lower one.
  for (let index = bands.length - 1; index >= 0; index--) {
    const band = bands[index]!
    if (band.minScore !== null && score < band.minScore) continue
    const isTop = index === bands.length - 1
    if (!isTop || band.maxScore === null || score <= band.maxScore) return band.level
    // Instruments that stop below level 6 cannot say which level lies above their top.
    return band.level === 6 ? ABOVE_LEVEL_6 : null
  }
  return null
}

/** The level of a scale score in one table; null if the table has no chart or no level for the score. */
export function levelOfScore(table: LevelTable | null, score: number | null): Level | null {
  if (table === null || table.levels === null || score === null) return null
  return levelInBands(table.levels, score)
}

/** The lowest scale score of a level in one table; null if the table does not say. */
export function scoreOfLevel(table: LevelTable | null, level: Level): number | null {
  if (table === null || table.levels === null) return null
  if (level === ABOVE_LEVEL_6) {
    const top = table.levels.find((band) => band.level === 6)
    return top === undefined || top.maxScore === null ? null : top.maxScore + 1
  }
  return table.levels.find((band) => band.level === level)?.minScore ?? null
}

/** Scale-score points from a score up to a level: 0 if reached, null if the table does not say. */
export function pointsToLevel(table: LevelTable | null, score: number | null, level: Level): number | null {
  const needed = scoreOfLevel(table, level)
  return needed === null || score === null ? null : Math.max(0, needed - score)
}

/** Scale-score points to the next level up; null above level 6 or where the level is not known. */
export function pointsToNextLevel(table: LevelTable | null, score: number | null): number | null {
  const level = levelOfScore(table, score)
  if (level === null || level === ABOVE_LEVEL_6) return null
  return pointsToLevel(table, score, (level + 1) as Level)
}

/** True if a score lies outside what the instrument can give. Unknown ends exclude nothing. */
export function isImpossibleScore(table: LevelTable, score: number): boolean {
  const { min, max } = table.possibleScores
  return (min !== null && score < min) || (max !== null && score > max)
}

function counts(table: LevelTable, on: IsoDate): boolean {
  return (
    (table.effectiveFrom === null || table.effectiveFrom <= on) &&
    (table.effectiveTo === null || on <= table.effectiveTo)
  )
}

/** Prepares score tables for quick look-up. Of two tables for one day the one that started later counts. */
export function prepareLevelTables<Table extends LevelTable>(tables: readonly Table[]): LevelTables<Table> {
  const byTest = new Map<string, Map<SkillArea, Table[]>>()
  for (const table of tables) {
    const byArea = byTest.get(table.instrument) ?? new Map<SkillArea, Table[]>()
    byTest.set(table.instrument, byArea)
    byArea.set(table.skillArea, [...(byArea.get(table.skillArea) ?? []), table])
  }
  for (const list of [...byTest.values()].flatMap((byArea) => [...byArea.values()])) {
    list.sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))
  }
  const tableFor: LevelTables<Table>['tableFor'] = (instrument, skillArea, testedOn) =>
    byTest
      .get(instrument)
      ?.get(skillArea)
      ?.find((table) => counts(table, testedOn)) ?? null
  return {
    tableFor,
    levelOf: (assessment) =>
      levelOfScore(
        tableFor(assessment.instrument, assessment.skillArea, assessment.testedOn),
        assessment.score,
      ),
  }
}
