import type { Generated } from 'kysely'

/** Which score is which level, for an instrument, skill area and span of dates. `levels` is JSON or null when the publisher's chart has not been entered. */
export interface LevelTableTable {
  id: Generated<number>
  instrument: string
  generation: string
  skillArea: string
  effectiveFrom: string | null
  effectiveTo: string | null
  minimumHours: number
  recommendedHoursFrom: number | null
  recommendedHoursTo: number | null
  lowestScore: number | null
  highestScore: number | null
  sameFormDays: number
  levels: string | null
  forms: string
  source: string
  updatedAt: string
}

/** One test of one skill area. */
export interface AssessmentTable {
  id: Generated<number>
  learnerId: number
  instrument: string
  skillArea: string
  form: string
  testedOn: string
  score: number | null
  scoreText: string
  level: number | null
  accurate: Generated<number>
  conservativeEstimate: Generated<number>
  passed: number | null
  voidedAt: string | null
  voidReason: string | null
  sameFormReason: string | null
  /** Why it was given before its instrument's hours. */
  earlyReason: string | null
  sectionId: number | null
  importId: number | null
  recordedAt: string
  recordedBy: number | null
}

/** The newest usable assessment by learner and area; derived, kept by `db/assessments/currentLevels.ts`. */
export interface CurrentLevelTable {
  learnerId: number
  skillArea: string
  assessmentId: number
  level: number | null
  score: number
  testedOn: string
}
