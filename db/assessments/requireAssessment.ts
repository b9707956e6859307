import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { assessmentOf } from './assessmentRows.ts'

/** A recorded test in sight; throws `notFound`. */
export async function requireAssessment(
  db: Pick<Reader, 'selectFrom'>,
  id: number,
  sight: Sight,
): Promise<AssessmentRecord> {
  const row = await db
    .selectFrom('assessments')
    .selectAll()
    .where('id', '=', id)
    .where(learnerInSight(sight, 'learnerId'))
    .executeTakeFirst()
  if (!row) throw outOfSight(sight, 'assessment')
  return assessmentOf(row)
}
