import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'

/** Throws `notFound` when there is no such learner. */
export async function requireLearner(db: Pick<Reader, 'selectFrom'>, learnerId: number): Promise<void> {
  const learner = await db.selectFrom('learners').select('id').where('id', '=', learnerId).executeTakeFirst()
  if (!learner) throw notFound('learner')
}
