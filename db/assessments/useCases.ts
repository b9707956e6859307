import { contract } from '../../shared/contract/index.ts'
import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import { command, query } from '../calls/useCase.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import { assessmentOf } from './assessmentRows.ts'
import { recordAssessments } from './recordAssessments.ts'
import { sectionForEntry } from './sectionForEntry.ts'
import { restoreAssessment, voidAssessment } from './voidAssessment.ts'

const noteOf = (after: AssessmentRecord, before: AssessmentRecord | null = null) => ({
  subject: 'assessment' as const,
  subjectId: after.id,
  learnerId: after.learnerId,
  before,
  after,
})

export const assessments = {
  ofLearner: query(contract.assessments.ofLearner, async ({ input, db }) => {
    await requireLearner(db, input.learnerId)
    const rows = await db
      .selectFrom('assessments')
      .selectAll()
      .where('learnerId', '=', input.learnerId)
      .orderBy('testedOn', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(assessmentOf)
  }),

  ofSection: query(contract.assessments.ofSection, async ({ input, db, today }) =>
    sectionForEntry(db, input.sectionId, today),
  ),

  record: command(contract.assessments.record, async ({ input, db, caller, today, now, audit }) => {
    const around = { today, now, accountId: caller.id, sectionId: input.sectionId }
    const saved = await recordAssessments(db, input.entries, around)
    saved.forEach((record) => audit(noteOf(record)))
    return saved
  }),

  void: command(contract.assessments.void, async ({ input, db, now, audit }) => {
    const { before, after } = await voidAssessment(db, input.id, input.reason, now)
    audit(noteOf(after, before))
    return after
  }),

  restore: command(contract.assessments.restore, async ({ input, db, audit }) => {
    const { before, after } = await restoreAssessment(db, input.id)
    audit(noteOf(after, before))
    return after
  }),
}
