import { createHash } from 'node:crypto'
import { notFound, refused } from '../failure.ts'
import type { Reader } from '../schema.ts'
import { attemptsBack, type AttemptPlace } from './attemptsBack.ts'
import { tableNamed, type PersonTable } from './personTables.ts'
import { rowWith, rowsWith, type Row, type TableName } from './rows.ts'

type Db = Pick<Reader, 'selectFrom'>

/** A value that somebody changed since the merge: it stays as it is now. */
export interface StayingValue {
  readonly table: TableName
  readonly column: string
  /** What it would have gone back to. */
  readonly before: Row[string]
  readonly now: Row[string]
}

/** What taking a merge back would do to the records as they are now. */
export interface UnmergePlan {
  readonly merge: { id: number; keptId: number; mergedId: number; mergedAt: string; mergedByName: string }
  /** In the order in which they are written. */
  readonly changes: readonly { readonly table: PersonTable; readonly key: Row; readonly set: Row }[]
  readonly removals: readonly { readonly table: PersonTable; readonly key: Row }[]
  readonly returns: readonly { readonly table: PersonTable; readonly row: Row }[]
  /** Where sittings of exam parts stand then, those that come back too. */
  readonly attempts: ReadonlyMap<number, AttemptPlace>
  readonly staying: readonly StayingValue[]
  /** Rows left out of the merge that cannot come back: what they belong to is gone, or a newer one stands there. */
  readonly lost: readonly TableName[]
  /** Two plans with one signature do the same. */
  readonly signature: string
}

/** Columns that follow from others, or say when. */
const derived = new Set(['updatedAt', 'foldedName'])

/** The merge, if it is the newest of a record that is there; otherwise `notFound` or a refusal. */
async function newestMerge(db: Db, mergeId: number) {
  const merge = await db
    .selectFrom('learnerMerges')
    .select(['id', 'keptId', 'mergedId', 'mergedAt', 'mergedByName'])
    .where('id', '=', mergeId)
    .executeTakeFirst()
  if (!merge) throw notFound('merge')
  const later = await db
    .selectFrom('learnerMerges')
    .select('id')
    .where((row) => row.or([row('keptId', '=', merge.keptId), row('mergedId', '=', merge.keptId)]))
    .where('id', '>', merge.id)
    .executeTakeFirst()
  if (later) throw refused('merges.laterFirst')
  return merge
}

const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as Row))

async function stepsOf(db: Db, mergeId: number) {
  const rows = await db
    .selectFrom('learnerMergeSteps')
    .selectAll()
    .where('mergeId', '=', mergeId)
    .orderBy('position', 'desc')
    .execute()
  return rows.map(({ tableName, rowKey, before, after }) => ({
    table: tableNamed(tableName),
    key: parsed(rowKey)!,
    before: parsed(before),
    after: parsed(after),
  }))
}
type Step = Awaited<ReturnType<typeof stepsOf>>[number]

/** Tells whether a student number can go back: nobody else got it meanwhile. */
async function freeNumbers(db: Db, ownIds: readonly number[], steps: readonly Step[]) {
  const added = steps.filter(({ table, before }) => table.table === 'learnerOtherIds' && before === null)
  const goingAway = new Set(added.map(({ key }) => key.studentId))
  return async (studentId: Row[string]) => {
    if (studentId === null) return true
    const holders = await db
      .selectFrom('learners')
      .select('id')
      .where('studentId', '=', String(studentId))
      .execute()
    if (holders.some(({ id }) => !ownIds.includes(id))) return false
    return goingAway.has(studentId) || (await rowWith(db, 'learnerOtherIds', { studentId })) === undefined
  }
}

type Returning = { readonly table: PersonTable; readonly row: Row }

/** A row as it can come back; null where what it belongs to is gone, or something newer stands in its place. */
async function fitted(
  db: Db,
  { table, row }: Returning,
  returning: readonly Returning[],
  leaving: ReadonlySet<string>,
): Promise<Row | null> {
  const isThere = async (name: TableName, id: Row[string]) =>
    returning.some((one) => one.table.table === name && one.row.id === id) ||
    (await rowWith(db, name, { id: id ?? null })) !== undefined
  for (const [name, owner] of Object.entries(table.needs))
    if (!(await isThere(owner, row[name] ?? null))) return null
  if (table.once.length > 0) {
    const own = await rowsWith(db, table, 'learnerId', [Number(row.learnerId)])
    const isReplaced = own.some(
      (one) =>
        !leaving.has(`${table.table} ${one.id}`) && table.once.every((name) => one[name] === row[name]),
    )
    if (isReplaced) return null
  }
  const lost: Record<string, null> = {}
  for (const [name, owner] of Object.entries(table.mayLose))
    if (row[name] !== null && !(await isThere(owner, row[name] ?? null))) lost[name] = null
  return { ...row, ...lost }
}

/** The columns of a row that go back, and those that somebody changed since. */
async function valuesBack(
  row: Row,
  { table, before, after }: Step,
  isFree: (studentId: Row[string]) => Promise<boolean>,
) {
  const set: Record<string, Row[string]> = {}
  const staying: StayingValue[] = []
  for (const [column, value] of Object.entries(before!)) {
    const isBack = row[column] === after![column] && (column !== 'studentId' || (await isFree(value)))
    if (isBack) set[column] = value
    else if (!derived.has(column) && row[column] !== value)
      staying.push({ table: table.table, column, before: value, now: row[column] ?? null })
  }
  return { set, staying }
}

/**
 * Works out how both records come back: what the merge changed and nobody changed since. Nothing is written.
 * @throws `notFound`; a refusal while a later merge of the record stands
 */
export async function planUnmerge(db: Db, mergeId: number): Promise<UnmergePlan> {
  const merge = await newestMerge(db, mergeId)
  const steps = await stepsOf(db, mergeId)
  const isFree = await freeNumbers(db, [merge.keptId, merge.mergedId], steps)
  const changes: UnmergePlan['changes'][number][] = []
  const removals: UnmergePlan['removals'][number][] = []
  const staying: StayingValue[] = []
  const moved = new Map<number, Row>()
  const seatIds = new Set<number>()
  for (const step of steps) {
    const { table, key, before, after } = step
    const row = after === null ? undefined : await rowWith(db, table.table, key)
    // Removed since: it stays removed.
    if (!row) continue
    if (before === null) removals.push({ table, key })
    else if (table.table === 'attempts') {
      moved.set(Number(key.id), before)
      seatIds.add(Number(row.cohortMemberId))
    } else {
      const values = await valuesBack(row, step, isFree)
      staying.push(...values.staying)
      if (Object.keys(values.set).length > 0) changes.push({ table, key, set: values.set })
    }
  }
  const leaving = new Set(
    changes.filter(({ set }) => 'learnerId' in set).map(({ table, key }) => `${table.table} ${key.id}`),
  )
  const returns: Returning[] = []
  const lost: TableName[] = []
  // A seat stands before its sittings: they were left out first.
  for (const { table, before, after } of steps) {
    if (after !== null) continue
    const row = await fitted(db, { table, row: before! }, returns, leaving)
    if (row) returns.push({ table, row })
    else lost.push(table.table)
  }
  const seats = new Set(
    returns.filter(({ table }) => table.table === 'cohortMembers').map(({ row }) => row.id),
  )
  for (const [id, { cohortMemberId }] of moved) {
    const isSeatThere =
      seats.has(cohortMemberId!) || (await rowWith(db, 'cohortMembers', { id: cohortMemberId! }))
    if (!isSeatThere) moved.delete(id)
  }
  const sittings = returns.filter(({ table }) => table.table === 'attempts').map(({ row }) => row)
  for (const { cohortMemberId } of sittings) seatIds.add(Number(cohortMemberId))
  const attempts = await attemptsBack(db, [...seatIds], moved, sittings)
  const signature = createHash('sha256')
    .update(JSON.stringify([changes, removals, returns, staying, lost, [...attempts]]))
    .digest('base64url')
  return { merge, changes, removals, returns, attempts, staying, lost, signature }
}
