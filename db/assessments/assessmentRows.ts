import type { Selectable } from 'kysely'
import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import type { TestedArea } from '../../shared/values/vocabulary.ts'
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
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
    sameFormReason: row.sameFormReason,
  }
}
