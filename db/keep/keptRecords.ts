import type { AgedRecord, KeepList } from '../../shared/contract/keep.ts'
import { oldEnoughOn, retentionStanding } from '../../shared/rules/retention.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { LearnerStatus } from '../../shared/values/vocabulary.ts'
import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'
import { heldLearnerIds, holdsOn } from './holds.ts'
import { agesOf, oldRecords, type AgedLearner } from './lastActivity.ts'

type Db = Pick<Reader, 'selectFrom'>

/** How long the program keeps records, and whether an erasure is not finished. */
export async function retentionOf(
  db: Db,
): Promise<{ retentionYears: number | null; erasedBytesLeft: boolean }> {
  const row = await db
    .selectFrom('program')
    .select(['retentionYears', 'erasedBytesLeft'])
    .executeTakeFirstOrThrow()
  return { retentionYears: row.retentionYears, erasedBytesLeft: row.erasedBytesLeft === 1 }
}

async function withNames(
  db: Db,
  ages: readonly AgedLearner[],
  years: number | null,
  today: IsoDate,
): Promise<AgedRecord[]> {
  if (ages.length === 0) return []
  const ids = ages.map(({ learnerId }) => learnerId)
  const learners = await db
    .selectFrom('learners')
    .select(['id', 'familyName', 'givenName', 'preferredName', 'studentId', 'status'])
    .where('id', 'in', ids)
    .execute()
  const holds = await holdsOn(db, ids)
  const byId = new Map(learners.map((row) => [row.id, row]))
  return ages.map((age) => {
    const { id: learnerId, status, ...name } = byId.get(age.learnerId)!
    return {
      ...name,
      learnerId,
      status: status as LearnerStatus,
      lastActivityOn: age.lastActivityOn,
      oldEnoughOn: years === null ? null : oldEnoughOn(age.lastActivityOn, years),
      standing: retentionStanding(age, years, today),
      hold: holds.get(learnerId) ?? null,
    }
  })
}

async function agesToShow(
  db: Db,
  show: KeepList,
  years: number | null,
  today: IsoDate,
): Promise<AgedLearner[]> {
  if (show === 'held') return agesOf(db, await heldLearnerIds(db), today)
  const old = await oldRecords(db, years, today)
  return old.filter((age) => retentionStanding(age, years, today) === show)
}

/** A window of the records that are due, held, or old but without an outcome; oldest first. */
export async function listKept(
  db: Db,
  input: { show: KeepList; offset: number; limit: number },
  today: IsoDate,
): Promise<{ total: number; rows: AgedRecord[] }> {
  const { retentionYears } = await retentionOf(db)
  const ages = await agesToShow(db, input.show, retentionYears, today)
  const shown = ages.slice(input.offset, input.offset + input.limit)
  return { total: ages.length, rows: await withNames(db, shown, retentionYears, today) }
}

/** How many records are due, held, or old but without an outcome. */
export async function countKept(db: Db, today: IsoDate) {
  const { retentionYears, erasedBytesLeft } = await retentionOf(db)
  const standings = (await oldRecords(db, retentionYears, today)).map((age) =>
    retentionStanding(age, retentionYears, today),
  )
  const { lastErasedAt } = await db
    .selectFrom('learners')
    .select((row) => row.fn.max('erasedAt').as('lastErasedAt'))
    .executeTakeFirstOrThrow()
  const count = (standing: 'due' | 'unfinished') => standings.filter((one) => one === standing).length
  return {
    retentionYears,
    erasedBytesLeft,
    due: count('due'),
    unfinished: count('unfinished'),
    held: (await heldLearnerIds(db)).length,
    lastErasedAt,
  }
}

/** Where one record stands; throws `notFound`. */
export async function keptRecord(db: Db, learnerId: number, today: IsoDate): Promise<AgedRecord> {
  const { retentionYears } = await retentionOf(db)
  const ages = await agesOf(db, [learnerId], today)
  const [record] = await withNames(db, ages, retentionYears, today)
  if (!record) throw notFound('learner')
  return record
}
