import type { PersonFact } from '../../shared/rules/duplicateReasons.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import type { Reader } from '../schema.ts'

/** Ids of one college are one system: the rule compares them with that system's name in front. */
export const collegeIds = (studentId: string | null) =>
  studentId === null || studentId.trim() === '' ? [] : [`college:${studentId}`]

/** What the duplicate rule compares, of everybody who is there. */
export async function personFacts(db: Pick<Reader, 'selectFrom'>): Promise<PersonFact[]> {
  const learners = await db
    .selectFrom('learners')
    .select(['id', 'familyName', 'givenName', 'preferredName', 'birthDate', 'studentId'])
    .where(learnerIsThere())
    .orderBy('id')
    .execute()
  const phones = await db.selectFrom('learnerPhones').select(['learnerId', 'number']).execute()
  const others = await db.selectFrom('learnerOtherIds').select(['learnerId', 'studentId']).execute()
  const phonesOf = groupBy(phones, ({ learnerId }) => learnerId)
  const othersOf = groupBy(others, ({ learnerId }) => learnerId)
  return learners.map(({ id, studentId, ...person }) => ({
    ...person,
    personId: String(id),
    phones: (phonesOf.get(id) ?? []).map(({ number }) => number),
    ids: [studentId, ...(othersOf.get(id) ?? []).map((other) => other.studentId)].flatMap(collegeIds),
  }))
}
