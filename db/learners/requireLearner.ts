import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { absenceColumns, refuseAbsent } from './refuseAbsent.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Throws `notFound` unless every one of these learners is there and in sight, and says when one was erased or merged into another. */
export async function requireLearners(db: Db, learnerIds: readonly number[], sight: Sight): Promise<void> {
  const wanted = [...new Set(learnerIds)]
  if (wanted.length === 0) return
  const found = await db
    .selectFrom('learners')
    .select(['learners.id', ...absenceColumns])
    .where('learners.id', 'in', wanted)
    .where(learnerInSight(sight, 'learners.id'))
    .execute()
  if (found.length < wanted.length) throw outOfSight(sight, 'learner')
  found.forEach(refuseAbsent)
}

/** Throws `notFound` when there is no such learner, or none in sight. */
export const requireLearner = (db: Db, learnerId: number, sight: Sight): Promise<void> =>
  requireLearners(db, [learnerId], sight)
