import { mergedFacts } from '../../shared/rules/merging.ts'
import { nameSearchKey } from '../../shared/values/names.ts'
import { refreshCurrentLevels } from '../assessments/currentLevels.ts'
import type { CommandCall } from '../calls/call.ts'
import { conflict } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { parkNumbers } from './mergeSeats.ts'
import { learnerTable, type PersonTable } from './personTables.ts'
import { planUnmerge, type UnmergePlan } from './planUnmerge.ts'
import { deleteRow, insertRow, part, rowsWith, rowWith, updateRow, type Row } from './rows.ts'

/** Keeps the parked numbers of sittings that come back away from those of sittings that are there. */
const parkedApart = 1_000_000_000

/** The row as it was put back: under its own number, or a new one where that was given again. */
async function putBack(db: Writer, { table, key }: PersonTable, row: Row): Promise<Row> {
  const isTaken = (await rowWith(db, table, part(row, key))) !== undefined
  if (!isTaken || !('id' in row)) {
    if (!isTaken) await insertRow(db, table, row)
    return row
  }
  const { id: _, ...rest } = row
  await insertRow(db, table, rest)
  const { id } = await db
    .selectFrom(table as 'evidence')
    .select((one) => one.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return { ...row, id: Number(id) }
}

/** Brings back what was left out and puts sittings under their seats, each with its number. */
async function bringBack(db: Writer, { returns, attempts }: UnmergePlan): Promise<void> {
  const newSeats = new Map<number, number>()
  const newAttempts = new Map<number, number>()
  await parkNumbers(
    db,
    [...attempts.keys()].filter((id) => id > 0),
  )
  for (const { table, row } of returns) {
    const isAttempt = table.table === 'attempts'
    const seatId = Number(row.cohortMemberId)
    // A number of its own until all have theirs.
    const fitted = isAttempt
      ? { ...row, cohortMemberId: newSeats.get(seatId) ?? seatId, number: -Number(row.id) - parkedApart }
      : row
    const { id } = await putBack(db, table, fitted)
    if (table.table === 'cohortMembers') newSeats.set(Number(row.id), Number(id))
    if (isAttempt) newAttempts.set(-Number(row.id), Number(id))
  }
  for (const [id, { cohortMemberId, number }] of attempts) {
    await db
      .updateTable('attempts')
      .set({ cohortMemberId: newSeats.get(cohortMemberId) ?? cohortMemberId, number })
      .where('id', '=', newAttempts.get(id) ?? id)
      .execute()
  }
}

/** A name that is part old and part new has another search key than either. */
async function settleNames(db: Writer, { merge, staying }: UnmergePlan) {
  const isName = (column: string) => ['familyName', 'givenName', 'preferredName'].includes(column)
  if (!staying.some(({ table, column }) => table === 'learners' && isName(column))) return
  for (const row of await rowsWith(db, learnerTable, 'id', [merge.keptId])) {
    const names = row as unknown as Parameters<typeof nameSearchKey>[0]
    await updateRow(db, 'learners', { id: merge.keptId }, { foldedName: nameSearchKey(names) })
  }
}

/** The facts of the kept record that go back, as they are and as they were. */
async function factsBack(db: Writer, { merge, changes }: UnmergePlan): Promise<{ before: Row; after: Row }> {
  const set =
    changes.find(({ table, key }) => table.table === 'learners' && key.id === merge.keptId)?.set ?? {}
  const facts = mergedFacts.filter((fact) => fact in set)
  const [now] = await rowsWith(db, learnerTable, 'id', [merge.keptId])
  return { before: part(now!, facts), after: part(set, facts) }
}

/**
 * Brings both records back in the caller's transaction; what was recorded since stays with the kept one.
 * @throws a conflict when records changed since the preview; what `planUnmerge` throws
 */
export async function unmergeRecords(call: CommandCall<{ mergeId: number; signature: string }>) {
  const { db, input, now, audit } = call
  const plan = await planUnmerge(db, input.mergeId)
  if (plan.signature !== input.signature) throw conflict('merges.unmergeChanged')
  const { keptId, mergedId } = plan.merge
  const facts = await factsBack(db, plan)
  for (const { table, key } of plan.removals) await deleteRow(db, table.table, key)
  for (const { table, key, set } of plan.changes) await updateRow(db, table.table, key, set)
  await bringBack(db, plan)
  await settleNames(db, plan)
  const stamp = plan.changes.find(({ table, key }) => table.table === 'learners' && key.id === keptId)?.set
  if (stamp?.updatedAt === undefined) await updateRow(db, 'learners', { id: keptId }, { updatedAt: now })
  await refreshCurrentLevels(db, [keptId, mergedId])
  await db.deleteFrom('learnerMerges').where('id', '=', plan.merge.id).execute()
  audit({
    ...{ subject: 'learner', subjectId: keptId },
    before: { ...facts.before, mergedRecord: mergedId },
    after: { ...facts.after, mergedRecord: null },
  })
  audit({
    ...{ subject: 'learner', subjectId: mergedId },
    before: { mergedInto: keptId },
    after: { mergedInto: null },
  })
  return { keptId, otherId: mergedId }
}
