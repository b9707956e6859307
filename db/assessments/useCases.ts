import { contract } from '../../shared/contract/index.ts'
import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import { command, query } from '../calls/useCase.ts'
import { notFound } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { assessmentOf } from './assessmentRows.ts'
import { refreshCurrentLevels } from './currentLevels.ts'
import { recordAssessments } from './recordAssessments.ts'
import { sectionForEntry } from './sectionForEntry.ts'

async function changeVoid(
  db: Writer,
  id: number,
  next: { voidedAt: string | null; voidReason: string | null },
) {
  const row = await db.selectFrom('assessments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('assessment')
  const saved = await db
    .updateTable('assessments')
    .set(next)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await refreshCurrentLevels(db, [row.learnerId])
  return { before: assessmentOf(row), after: assessmentOf(saved) }
}

const noteOf = (after: AssessmentRecord, before: AssessmentRecord | null = null) => ({
  subject: 'assessment',
  subjectId: after.id,
  before,
  after,
})

export const assessments = {
  ofLearner: query(contract.assessments.ofLearner, async ({ input, db }) => {
    const rows = await db
      .selectFrom('assessments')
      .selectAll()
      .where('learnerId', '=', input.learnerId)
      .orderBy('testedOn', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(assessmentOf)
  }),

  ofSection: query(contract.assessments.ofSection, async ({ input, db }) =>
    sectionForEntry(db, input.sectionId),
  ),

  record: command(contract.assessments.record, async ({ input, db, caller, today, now, audit }) => {
    const around = { today, now, accountId: caller.id, sectionId: input.sectionId }
    const saved = await recordAssessments(db, input.entries, around)
    saved.forEach((record) => audit(noteOf(record)))
    return saved
  }),

  void: command(contract.assessments.void, async ({ input, db, now, audit }) => {
    const { before, after } = await changeVoid(db, input.id, { voidedAt: now, voidReason: input.reason })
    audit(noteOf(after, before))
    return after
  }),

  restore: command(contract.assessments.restore, async ({ input, db, audit }) => {
    const { before, after } = await changeVoid(db, input.id, { voidedAt: null, voidReason: null })
    audit(noteOf(after, before))
    return after
  }),
}
