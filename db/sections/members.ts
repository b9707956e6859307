import type { IsoDate } from '../../shared/values/dates.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { requireSection } from './requireSection.ts'
import { sitsNow } from './sitsNow.ts'

/**
 * Lets learners sit in a class from today; returns those who did not sit in it already. Nobody brings into
 * sight whom they could not see before: the learners have to be in sight too.
 */
export async function addMembers(
  db: Writer,
  sectionId: number,
  learnerIds: readonly number[],
  { today, sight }: { today: IsoDate; sight: Sight },
): Promise<number[]> {
  await requireSection(db, sectionId, sight)
  const wanted = [...new Set(learnerIds)]
  await requireLearners(db, wanted, sight)
  const sitting = await db
    .selectFrom('sectionMembers')
    .select('learnerId')
    .where('sectionId', '=', sectionId)
    .where(sitsNow(today))
    .execute()
  const there = new Set(sitting.map(({ learnerId }) => learnerId))
  const added = wanted.filter((id) => !there.has(id))
  if (added.length === 0) return []
  await db
    .insertInto('sectionMembers')
    .values(added.map((learnerId) => ({ sectionId, learnerId, startDate: today, endDate: null })))
    // Somebody who comes back: the stay begins anew.
    .onConflict((again) =>
      again.columns(['sectionId', 'learnerId']).doUpdateSet({ startDate: today, endDate: null }),
    )
    .execute()
  return added
}

/** Ends the stay of learners in a class today; returns those who sat in it. */
export async function removeMembers(
  db: Writer,
  sectionId: number,
  learnerIds: readonly number[],
  { today, sight }: { today: IsoDate; sight: Sight },
): Promise<number[]> {
  await requireSection(db, sectionId, sight)
  const ended = await db
    .updateTable('sectionMembers')
    .set({ endDate: today })
    .where('sectionId', '=', sectionId)
    .where('learnerId', 'in', [...learnerIds])
    .where(sitsNow(today))
    .returning('learnerId')
    .execute()
  return ended.map(({ learnerId }) => learnerId)
}
