import { notFound, refused } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { batchesOf, foundInBatches } from '../batches.ts'

interface UndoneDecision {
  id: number
  learnerId: number
  screeningId: number
  decision: string
  reason: string | null
}

/** Only the newest decisions of a learner can be taken back: what came after them stands on them. */
async function refuseIfDecidedAgain(db: Writer, decisions: readonly UndoneDecision[]): Promise<void> {
  const taken = new Set(decisions.map(({ id }) => id))
  for (const screeningId of new Set(decisions.map((one) => one.screeningId))) {
    const here = decisions.filter((one) => one.screeningId === screeningId)
    const oldest = new Map<number, number>()
    for (const { id, learnerId } of here) oldest.set(learnerId, Math.min(id, oldest.get(learnerId) ?? id))
    const since = await db
      .selectFrom('decisions')
      .select(['id', 'learnerId'])
      .where('screeningId', '=', screeningId)
      .where(
        'id',
        '>',
        here.reduce((first, { id }) => Math.min(first, id), Infinity),
      )
      .execute()
    const isLater = since.some(
      ({ id, learnerId }) => !taken.has(id) && id > (oldest.get(learnerId) ?? Infinity),
    )
    if (isLater) throw refused('screening.decidedAgain')
  }
}

/** Takes decisions back while they are the newest of their learners, and what they did to waiting lists. */
export async function undoDecisions(db: Writer, decisionIds: readonly number[]): Promise<UndoneDecision[]> {
  const ids = [...new Set(decisionIds)]
  const undone: UndoneDecision[] = await foundInBatches(ids, (some) =>
    db
      .selectFrom('decisions')
      .select(['id', 'learnerId', 'screeningId', 'decision', 'reason'])
      .where('id', 'in', some)
      .execute(),
  )
  if (undone.length < ids.length) throw notFound('decision')
  await refuseIfDecidedAgain(db, undone)
  for (const part of batchesOf(ids)) {
    await db.deleteFrom('waitlistEntries').where('addedByDecisionId', 'in', part).execute()
    await db
      .updateTable('waitlistEntries')
      .set({ removedOn: null, removedReason: null, removedByDecisionId: null })
      .where('removedByDecisionId', 'in', part)
      .execute()
    await db.deleteFrom('decisions').where('id', 'in', part).execute()
  }
  return undone
}
