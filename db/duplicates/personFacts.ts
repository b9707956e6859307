import type { PersonFact } from '../../shared/rules/duplicateReasons.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import type { Reader } from '../schema.ts'

/** Ids of one college are one system: the rule compares them with that system's name in front. */
export const collegeIds = (studentId: string | null) =>
  studentId === null || studentId.trim() === '' ? [] : [`college:${studentId}`]

/** So many are read and listed at a time, in a few milliseconds. */
const peopleAtOnce = 400

/** What the duplicate rule compares, of everybody who is there: some people at a time, the earliest first. */
export async function* personFacts(db: Pick<Reader, 'selectFrom'>): AsyncGenerator<PersonFact[]> {
  let last = 0
  for (;;) {
    const learners = await db
      .selectFrom('learners')
      .select(['id', 'familyName', 'givenName', 'preferredName', 'birthDate', 'studentId'])
      .where('id', '>', last)
      .where(learnerIsThere())
      .orderBy('id')
      .limit(peopleAtOnce)
      .execute()
    const [first, newest] = [learners[0]?.id, learners.at(-1)?.id]
    if (first === undefined || newest === undefined) return
    const phones = await db
      .selectFrom('learnerPhones')
      .select(['learnerId', 'number'])
      .where('learnerId', '>=', first)
      .where('learnerId', '<=', newest)
      .execute()
    const others = await db
      .selectFrom('learnerOtherIds')
      .select(['learnerId', 'studentId'])
      .where('learnerId', '>=', first)
      .where('learnerId', '<=', newest)
      .execute()
    const phonesOf = groupBy(phones, ({ learnerId }) => learnerId)
    const othersOf = groupBy(others, ({ learnerId }) => learnerId)
    yield learners.map(({ id, studentId, ...person }) => ({
      ...person,
      personId: String(id),
      phones: (phonesOf.get(id) ?? []).map(({ number }) => number),
      ids: [studentId, ...(othersOf.get(id) ?? []).map((other) => other.studentId)].flatMap(collegeIds),
    }))
    last = newest
  }
}
