import type { Writer } from '../schema.ts'
import type { MergeLog } from './mergeLog.ts'
import { attemptTable, personTables } from './personTables.ts'
import type { MergePlan } from './planMerge.ts'
import type { Row } from './rows.ts'

const earlier = (one: Row, other: Row) =>
  one.takenOn! < other.takenOn! ? -1 : one.takenOn! > other.takenOn! ? 1 : 0

/**
 * Numbers that nothing else has for a moment: attempts are numbered in turn within a seat, and a number stands
 * there once.
 */
export async function parkNumbers(db: Writer, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await db
      .updateTable('attempts')
      .set((row) => ({ number: row.neg(row.ref('id')) }) as never)
      .where('id', '=', id)
      .execute()
  }
}

/** The sittings of both seats under the one that counts, numbered anew in the order of their days. */
async function uniteAttempts(db: Writer, log: MergeLog, seatId: number, attempts: readonly Row[]) {
  const byPart = Map.groupBy(attempts.toSorted(earlier), ({ partKey }) => partKey)
  await parkNumbers(
    db,
    attempts.map(({ id }) => Number(id)),
  )
  for (const ofPart of byPart.values()) {
    for (const [index, row] of ofPart.entries()) {
      await log.rewrite(attemptTable, row, { cohortMemberId: seatId, number: index + 1 })
    }
  }
}

/** Two seats of one person in one cohort become the one that counts, with the sittings of both. */
export async function mergeSeats(
  db: Writer,
  log: MergeLog,
  { kept, other, doubles }: MergePlan,
  leftOut: ReadonlySet<Row>,
): Promise<void> {
  const attempts = [...kept.attempts, ...other.attempts]
  for (const { kind, kept: own, other: others } of doubles) {
    if (kind !== 'cohortMember') continue
    const [seat, lost] = leftOut.has(own) ? [others, own] : [own, others]
    const ofBoth = attempts.filter(({ cohortMemberId: id }) => id === seat.id || id === lost.id)
    for (const row of ofBoth.filter((one) => leftOut.has(one))) await log.leaveOut(attemptTable, row)
    const staying = ofBoth.filter((one) => !leftOut.has(one))
    if (staying.some(({ cohortMemberId: id }) => id === lost.id))
      await uniteAttempts(db, log, Number(seat.id), staying)
    await log.leaveOut(personTables.cohortMembers, lost)
  }
}
