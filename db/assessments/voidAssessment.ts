import type { AssessmentRecord } from '../../shared/contract/assessments.ts'
import { conflict } from '../failure.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { assessmentOf } from './assessmentRows.ts'
import { refreshCurrentLevels } from './currentLevels.ts'
import { requireAssessment } from './requireAssessment.ts'

export interface ChangedAssessment {
  before: AssessmentRecord
  after: AssessmentRecord
}

async function saveVoid(
  db: Writer,
  before: AssessmentRecord,
  voided: { voidedAt: string | null; voidReason: string | null },
): Promise<ChangedAssessment> {
  const saved = await db
    .updateTable('assessments')
    .set(voided)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await refreshCurrentLevels(db, [before.learnerId])
  return { before, after: assessmentOf(saved) }
}

/** Takes a test out of every count, for a reason. One that is voided already keeps its first reason. */
export async function voidAssessment(
  db: Writer,
  id: number,
  reason: string,
  { sight, now }: { sight: Sight; now: string },
): Promise<ChangedAssessment> {
  const before = await requireAssessment(db, id, sight)
  if (before.voidedAt !== null) throw conflict('assessments.alreadyVoided')
  return saveVoid(db, before, { voidedAt: now, voidReason: reason })
}

/** Lets a voided test count again, unless it was recorded anew in the meantime. */
export async function restoreAssessment(db: Writer, id: number, sight: Sight): Promise<ChangedAssessment> {
  const before = await requireAssessment(db, id, sight)
  if (before.voidedAt === null) throw conflict('assessments.notVoided')
  const anew = await db
    .selectFrom('assessments')
    .select('id')
    .where('learnerId', '=', before.learnerId)
    .where('instrument', '=', before.instrument)
    .where('skillArea', '=', before.skillArea)
    .where('form', '=', before.form)
    .where('testedOn', '=', before.testedOn)
    .where('voidedAt', 'is', null)
    .executeTakeFirst()
  if (anew) throw conflict('assessments.recordedAnew')
  return saveVoid(db, before, { voidedAt: null, voidReason: null })
}
