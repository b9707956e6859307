import { batchesOf } from '../batches.ts'
import type { PlanDb } from './planning.ts'

/** Somebody kept what was typed (`before`) when an earlier file said something else (`after`). */
export interface EarlierDecision {
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

type Sides = EarlierDecision['before']

/** What was decided about values of some records when earlier files came, by the record's number. */
export async function earlierDecisions(
  db: PlanDb,
  subject: string,
  ids: readonly number[],
): Promise<Map<number, EarlierDecision[]>> {
  const decisions = new Map<number, EarlierDecision[]>()
  for (const some of batchesOf(ids)) {
    const rows = await db
      .selectFrom('importRows')
      .select(['subjectId', 'before', 'after'])
      .where('subject', '=', subject)
      .where('subjectId', 'in', some)
      .where('action', '=', 'kept')
      .where('salt', 'is not', null)
      .where('undone', 'is', null)
      .execute()
    for (const { subjectId, before, after } of rows) {
      const decision = {
        before: JSON.parse(before ?? '{}') as Sides,
        after: JSON.parse(after ?? '{}') as Sides,
      }
      decisions.set(subjectId, [...(decisions.get(subjectId) ?? []), decision])
    }
  }
  return decisions
}
