import type { TimelineEntry } from '../../shared/contract/learnerTimeline.ts'
import type { TestedArea } from '../../shared/values/vocabulary.ts'
import type { Reader } from '../schema.ts'

/** Every test of a learner, voided and inaccurate ones too: the history shows them as such. */
export async function assessmentEntries(
  db: Pick<Reader, 'selectFrom'>,
  learnerId: number,
): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('assessments')
    .select(['id', 'testedOn', 'instrument', 'skillArea', 'form', 'score', 'scoreText', 'level'])
    .select(['accurate', 'voidedAt', 'voidReason', 'sameFormReason', 'earlyReason'])
    .where('learnerId', '=', learnerId)
    .execute()
  return rows.map(({ testedOn, voidedAt, accurate, skillArea, ...row }) => ({
    ...row,
    kind: 'assessment',
    on: testedOn,
    skillArea: skillArea as TestedArea,
    accurate: accurate === 1,
    voided: voidedAt !== null,
  }))
}
