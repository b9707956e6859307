import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { LearnerFactsRecord } from '../../shared/contract/learnerFacts.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldPhone, nameSearchKey } from '../../shared/values/names.ts'
import type { LearnerStatus } from '../../shared/values/vocabulary.ts'
import { conflict, invalidFields, notFound } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { learnerFactsOf } from './getLearner.ts'
import { learnerIsThere } from './learnerIsThere.ts'

/** Nobody in a program today was born before it. */
const earliestBirth: IsoDate = '1900-01-01'

async function refuseContradictions(
  db: Writer,
  facts: LearnerFactsRecord,
  today: IsoDate,
  ownId: number | null,
): Promise<void> {
  const fields: FieldProblem[] = []
  const { birthDate, studentId, interestTrackId } = facts
  if (birthDate !== null && (birthDate > today || birthDate < earliestBirth)) {
    fields.push({ path: 'birthDate', code: 'learners.birthDateUnlikely', values: {} })
  }
  if (studentId !== null) {
    // A second number of somebody else is theirs too: files with it mean that person.
    const holders = await db
      .selectFrom('learners')
      .select('id')
      .where('studentId', '=', studentId)
      .union(db.selectFrom('learnerOtherIds').select('learnerId as id').where('studentId', '=', studentId))
      .execute()
    if (holders.some(({ id }) => id !== ownId)) {
      fields.push({ path: 'studentId', code: 'learners.studentIdTaken', values: {} })
    }
  }
  if (interestTrackId !== null) {
    const track = await db
      .selectFrom('tracks')
      .select('id')
      .where('id', '=', interestTrackId)
      .executeTakeFirst()
    if (!track) fields.push({ path: 'interestTrackId', code: 'learners.trackGone', values: {} })
  }
  if (fields.length > 0) throw invalidFields(fields)
}

const columnsOf = ({ phones: _, ...facts }: LearnerFactsRecord) => ({
  ...facts,
  foldedName: nameSearchKey(facts),
})

async function writePhones(db: Writer, learnerId: number, phones: LearnerFactsRecord['phones']) {
  await db.deleteFrom('learnerPhones').where('learnerId', '=', learnerId).execute()
  if (phones.length === 0) return
  const rows = phones.map(({ number, contactName }, position) => ({
    learnerId,
    position,
    number,
    digits: foldPhone(number),
    contactName,
  }))
  await db.insertInto('learnerPhones').values(rows).execute()
}

/** Adds a learner with phones; throws `invalidFields` for facts that contradict the records. */
export async function createLearner(
  db: Writer,
  facts: LearnerFactsRecord,
  { now, today }: { now: string; today: IsoDate },
): Promise<number> {
  await refuseContradictions(db, facts, today, null)
  const { id } = await db
    .insertInto('learners')
    .values({ ...columnsOf(facts), createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writePhones(db, id, facts.phones)
  return id
}

/**
 * Replaces a learner's facts and phones and returns those from before. Throws `notFound`, `invalidFields`,
 * and a conflict if the record is no longer the one that was read at `updatedAt`.
 */
export async function changeLearner(
  db: Writer,
  change: { learnerId: number; updatedAt: string; facts: LearnerFactsRecord },
  { now, today }: { now: string; today: IsoDate },
): Promise<LearnerFactsRecord> {
  const { facts: before, updatedAt } = await learnerFactsOf(db, change.learnerId)
  if (updatedAt !== change.updatedAt) throw conflict('learners.changedMeanwhile')
  await refuseContradictions(db, change.facts, today, change.learnerId)
  await db
    .updateTable('learners')
    .set({ ...columnsOf(change.facts), updatedAt: now })
    .where('id', '=', change.learnerId)
    .execute()
  await writePhones(db, change.learnerId, change.facts.phones)
  return before
}

/** Sets one status for many learners; returns those who had another, with what they had. */
export async function setStatus(
  db: Writer,
  learnerIds: readonly number[],
  status: LearnerStatus,
  now: string,
): Promise<{ learnerId: number; before: LearnerStatus }[]> {
  const rows = await db
    .selectFrom('learners')
    .select(['id', 'status'])
    .where('id', 'in', [...learnerIds])
    .where(learnerIsThere())
    .execute()
  if (rows.length < new Set(learnerIds).size) throw notFound('learner')
  const changed = rows.filter((row) => row.status !== status)
  if (changed.length > 0) {
    const ids = changed.map(({ id }) => id)
    await db.updateTable('learners').set({ status, updatedAt: now }).where('id', 'in', ids).execute()
  }
  return changed.map(({ id, status: before }) => ({ learnerId: id, before: before as LearnerStatus }))
}
