import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Throws `notFound` unless every one of these learners is there and in sight. */
export async function requireLearners(db: Db, learnerIds: readonly number[], sight: Sight): Promise<void> {
  const wanted = [...new Set(learnerIds)]
  const found = await db
    .selectFrom('learners')
    .select('learners.id')
    .where('learners.id', 'in', wanted)
    .where(learnerInSight(sight, 'learners.id'))
    .execute()
  if (found.length < wanted.length) throw outOfSight(sight, 'learner')
}

/** Throws `notFound` when there is no such learner, or none in sight. */
export const requireLearner = (db: Db, learnerId: number, sight: Sight): Promise<void> =>
  requireLearners(db, [learnerId], sight)
