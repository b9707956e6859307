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
export interface LevelTables {
  /** The table for an instrument and area on a test date; null if there is none. */
  tableFor(instrument: string, skillArea: SkillArea, testedOn: IsoDate): LevelTable | null
  /** The level of one assessment; null if there is no table, no chart or no score. */
  levelOf(assessment: AssessmentFact): Level | null
}
