import type { ComparedPerson } from '../../shared/contract/duplicates.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { learnerSummariesOf } from '../learners/learnerRows.ts'
import type { Reader } from '../schema.ts'

type Db = Pick<Reader, 'selectFrom'>

/** By their numbers, some people with everything by which they are told apart. */
export async function comparedPeople(
  db: Db,
  learnerIds: readonly number[],
  today: IsoDate,
): Promise<Map<number, ComparedPerson>> {
  const ids = [...new Set(learnerIds)]
  if (ids.length === 0) return new Map()
  const summaries = await learnerSummariesOf(db, ids, today)
  const facts = await db
    .selectFrom('learners')
    .select(['id', 'email', 'firstLanguage', 'createdAt'])
    .where('id', 'in', ids)
    .execute()
  const phones = await db
    .selectFrom('learnerPhones')
    .select(['learnerId', 'number'])
    .where('learnerId', 'in', ids)
    .orderBy('position')
    .execute()
  const otherIds = await db
    .selectFrom('learnerOtherIds')
    .select(['learnerId', 'studentId'])
    .where('learnerId', 'in', ids)
    .orderBy('studentId')
    .execute()
  const tests = await db
    .selectFrom('assessments')
    .select((row) => [
      'learnerId',
      row.fn.countAll<number>().as('tests'),
      row.fn.max<string | null>('testedOn').as('lastTestedOn'),
    ])
    .where('learnerId', 'in', ids)
    .where('voidedAt', 'is', null)
    .groupBy('learnerId')
    .execute()
  const cohorts = await db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .select(['cohortMembers.learnerId', 'cohorts.code'])
    .where('cohortMembers.learnerId', 'in', ids)
    .orderBy('cohorts.code')
    .execute()
  const factsOf = new Map(facts.map(({ id, ...own }) => [id, own]))
  const testsOf = new Map(tests.map((own) => [own.learnerId, own]))
  const phonesOf = groupBy(phones, ({ learnerId }) => learnerId)
  const idsOf = groupBy(otherIds, ({ learnerId }) => learnerId)
  const cohortsOf = groupBy(cohorts, ({ learnerId }) => learnerId)
  return new Map(
    summaries.map((summary) => [
      summary.id,
      {
        ...summary,
        ...factsOf.get(summary.id)!,
        otherIds: (idsOf.get(summary.id) ?? []).map(({ studentId }) => studentId),
        phones: (phonesOf.get(summary.id) ?? []).map(({ number }) => number),
        tests: Number(testsOf.get(summary.id)?.tests ?? 0),
        lastTestedOn: testsOf.get(summary.id)?.lastTestedOn ?? null,
        cohortCodes: (cohortsOf.get(summary.id) ?? []).map(({ code }) => code),
      },
    ]),
  )
}
