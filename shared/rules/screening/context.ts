import { currentLevel } from '../currentLevel.ts'
import { type LevelledAssessment, type LevelTables } from '../levels.ts'
import { type IsoDate } from '../../values/dates.ts'
import { type SkillArea } from '../../values/vocabulary.ts'
import { type LearnerFacts } from './facts.ts'

/** The dates and score tables of one screening. */
export interface ScreeningContext {
  /** Facts dated later are not known yet. */
  readonly asOf: IsoDate
  /** The first day of the course: ages and document dates are measured on it. */
  readonly startDate: IsoDate
  readonly tables: LevelTables
}

/** A context that looks each area of a learner up once, however many requirements ask for it. */
export interface PreparedContext extends ScreeningContext {
  /** The current level of the learner in the area; null if there is no usable test. */
  levelIn(facts: LearnerFacts, area: SkillArea): LevelledAssessment | null
}

/** Prepares a context for screening one learner after another. */
export function prepareContext(context: ScreeningContext): PreparedContext {
  let learner: LearnerFacts | null = null
  const found = new Map<SkillArea, LevelledAssessment | null>()
  return {
    ...context,
    levelIn(facts, area) {
      if (facts !== learner) {
        learner = facts
        found.clear()
      }
      let level = found.get(area)
      if (level === undefined) {
        level = currentLevel(facts.assessments, area, context.asOf, context.tables)
        found.set(area, level)
      }
      return level
    },
  }
}
