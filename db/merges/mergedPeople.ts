import type { MergedPerson, PastMerge } from '../../shared/contract/merges.ts'
import type { Reader } from '../schema.ts'
import type { Row } from './rows.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Who some records are about, by their numbers. */
export async function mergedPeople(
  db: Db,
  learnerIds: readonly number[],
): Promise<Map<number, MergedPerson>> {
  if (learnerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('learners')
    .select(['id as learnerId', 'familyName', 'givenName', 'preferredName', 'birthDate', 'createdAt'])
    .select('studentId')
    .where('id', 'in', [...learnerIds])
    .execute()
  return new Map(rows.map((row) => [row.learnerId, row]))
}

/** The numbers that merged records had of their own, by merge: the record itself has none while it is merged. */
async function formerIds(db: Db, mergeIds: readonly number[]): Promise<Map<number, string | null>> {
  const steps = await db
    .selectFrom('learnerMergeSteps')
    .innerJoin('learnerMerges', 'learnerMerges.id', 'learnerMergeSteps.mergeId')
    .select(['learnerMergeSteps.mergeId', 'learnerMergeSteps.rowKey', 'learnerMergeSteps.before'])
    .select('learnerMerges.mergedId')
    .where('learnerMergeSteps.mergeId', 'in', [...mergeIds])
    .where('learnerMergeSteps.tableName', '=', 'learners')
    .execute()
  return new Map(
    steps
      .filter(({ rowKey, mergedId }) => (JSON.parse(rowKey) as Row).id === mergedId)
      .map(({ mergeId, before }) => [
        mergeId,
        ((JSON.parse(before ?? '{}') as Row).studentId ?? null) as string | null,
      ]),
  )
}

/** Merges that stand, the newest first. */
export const standingMerges = (db: Db) =>
  db
    .selectFrom('learnerMerges')
    .select(['learnerMerges.id', 'keptId', 'mergedId', 'mergedAt', 'mergedByName'])
    .orderBy('learnerMerges.id', 'desc')

type StoredMerge = Awaited<ReturnType<ReturnType<typeof standingMerges>['execute']>>[number]

/** The merges of these records that come apart first: the newest of each record that is there. */
async function newestOf(db: Db, keptIds: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('learnerMerges')
    .innerJoin('learners', 'learners.id', 'learnerMerges.keptId')
    .select((row) => row.fn.max('learnerMerges.id').as('id'))
    .where('keptId', 'in', [...keptIds])
    .where('learners.mergedIntoId', 'is', null)
    .groupBy('keptId')
    .execute()
  return new Set(rows.map(({ id }) => Number(id)))
}

/** Merges as a list shows them. */
export async function describeMerges(db: Db, merges: readonly StoredMerge[]): Promise<PastMerge[]> {
  if (merges.length === 0) return []
  const people = await mergedPeople(
    db,
    merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]),
  )
  const former = await formerIds(
    db,
    merges.map(({ id }) => id),
  )
  const newest = await newestOf(
    db,
    merges.map(({ keptId }) => keptId),
  )
  return merges.map(({ id, keptId, mergedId, mergedAt, mergedByName }) => ({
    ...{ mergeId: id, mergedAt, mergedByName, isNewest: newest.has(id) },
    kept: people.get(keptId)!,
    other: { ...people.get(mergedId)!, studentId: former.get(id) ?? null },
  }))
}
