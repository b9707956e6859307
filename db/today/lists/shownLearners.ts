import type { LearnerToDo } from '../../../shared/contract/workLists.ts'
import { batchesOf } from '../../batches.ts'
import { sitsNow } from '../../sections/sitsNow.ts'
import type { Work } from '../reach.ts'

/** Names and present classes of some learners, by their numbers. */
async function learnersByNumber(
  { db, today }: Work,
  ids: readonly number[],
): Promise<ReadonlyMap<number, LearnerToDo>> {
  const shown = new Map<number, LearnerToDo>()
  for (const some of batchesOf(ids)) {
    const learners = await db
      .selectFrom('learners')
      .select(['id as learnerId', 'studentId', 'birthDate', 'familyName', 'givenName', 'preferredName'])
      .where('id', 'in', some)
      .execute()
    const seats = await db
      .selectFrom('sectionMembers')
      .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
      .select(['sectionMembers.learnerId', 'sections.code'])
      .where('sectionMembers.learnerId', 'in', some)
      .where('sections.active', '=', 1)
      .where(sitsNow(today))
      .orderBy('sections.code')
      .execute()
    const codes = Map.groupBy(seats, ({ learnerId }) => learnerId)
    for (const learner of learners) {
      const sections = (codes.get(learner.learnerId) ?? []).map(({ code }) => code)
      shown.set(learner.learnerId, { ...learner, sections })
    }
  }
  return shown
}

/** Puts the learner of each entry before what it says; an entry keeps its place. */
export async function withLearners<Entry extends { readonly learnerId: number }>(
  work: Work,
  entries: readonly Entry[],
): Promise<(LearnerToDo & Entry)[]> {
  const learners = await learnersByNumber(work, [...new Set(entries.map(({ learnerId }) => learnerId))])
  return entries.map((entry) => ({ ...learners.get(entry.learnerId)!, ...entry }))
}
