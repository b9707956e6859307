import type { Selectable } from 'kysely'
import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import type { AssessmentFact } from '../../shared/rules/levels.ts'
import type { SkillArea, TestedArea } from '../../shared/values/vocabulary.ts'
import type { AssessmentTable } from '../schema.ts'

export function assessmentOf(row: Selectable<AssessmentTable>): AssessmentRecord {
  return {
    id: row.id,
    learnerId: row.learnerId,
    instrument: row.instrument,
    skillArea: row.skillArea as TestedArea,
    form: row.form,
    testedOn: row.testedOn,
    score: row.score,
    scoreText: row.scoreText,
    level: row.level,
    accurate: row.accurate === 1,
    conservativeEstimate: row.conservativeEstimate === 1,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
    sameFormReason: row.sameFormReason,
    earlyReason: row.earlyReason,
  }
}

/** A test as the rules ask for it. Civics has no score, so that no rule ever compares it with a skill. */
export const factOf = ({
  testedOn,
  instrument,
  skillArea,
  form,
  score,
  accurate,
  voidedAt,
}: Pick<
  Selectable<AssessmentTable>,
  'testedOn' | 'instrument' | 'skillArea' | 'form' | 'score' | 'accurate' | 'voidedAt'
>): AssessmentFact => ({
  testedOn,
  instrument,
  skillArea: skillArea as SkillArea,
  form,
  score,
  inaccurate: accurate === 0,
  voided: voidedAt !== null,
})
