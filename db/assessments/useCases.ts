import { contract } from '../../shared/contract/index.ts'
import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import { command, query } from '../calls/useCase.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import { assessmentOf } from './assessmentRows.ts'
import { explainEarly } from './explainEarly.ts'
import { hoursSinceFirstTests } from './hoursForEntry.ts'
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
  ofLearner: query(contract.assessments.ofLearner, async ({ input, db, sight }) => {
    await requireLearner(db, input.learnerId, sight)
    const rows = await db
      .selectFrom('assessments')
      .selectAll()
      .where('learnerId', '=', input.learnerId)
      .orderBy('testedOn', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(assessmentOf)
  }),

  attended: query(contract.assessments.attended, async ({ input, db, sight }) => {
    await requireLearner(db, input.learnerId, sight)
    const tests = await db
      .selectFrom('assessments')
      .select(['learnerId', 'testedOn'])
      .where('learnerId', '=', input.learnerId)
      .execute()
    return (await hoursSinceFirstTests(db, tests)).get(input.learnerId) ?? []
  }),

  ofSection: query(contract.assessments.ofSection, async ({ input, db, today, sight }) =>
    sectionForEntry(db, input.sectionId, today, sight),
  ),

  record: command(contract.assessments.record, async ({ input, db, caller, sight, today, now, audit }) => {
    const around = { sight, today, now, accountId: caller.id, sectionId: input.sectionId }
    const saved = await recordAssessments(db, input.entries, around)
    saved.forEach((record) => audit(noteOf(record)))
    return saved
  }),

  explainEarly: command(contract.assessments.explainEarly, async ({ input, db, sight, audit }) => {
    const { before, after } = await explainEarly(db, input.id, input.earlyReason, sight)
    audit(noteOf(after, before))
    return after
  }),

  void: command(contract.assessments.void, async ({ input, db, sight, now, audit }) => {
    const { before, after } = await voidAssessment(db, input.id, input.reason, { sight, now })
    audit(noteOf(after, before))
    return after
  }),

  restore: command(contract.assessments.restore, async ({ input, db, sight, audit }) => {
    const { before, after } = await restoreAssessment(db, input.id, sight)
    audit(noteOf(after, before))
    return after
  }),
}
