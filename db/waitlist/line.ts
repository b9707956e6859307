import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader, Writer } from '../schema.ts'
import { batchesOf } from '../batches.ts'

/** Who joins a waiting list; `byDecision` says which decision put each learner there. */
export interface Joining {
  trackId: number
  screeningId: number | null
  addedOn: IsoDate
  lookAgainOn: IsoDate | null
  learners: readonly { learnerId: number; byDecision: number | null }[]
}

/** Entries of those who wait for a track now, in no particular order. */
export function waitingEntries(db: Pick<Reader, 'selectFrom'>, trackId: number) {
  return db
    .selectFrom('waitlistEntries')
    .where('waitlistEntries.trackId', '=', trackId)
    .where('waitlistEntries.removedOn', 'is', null)
}

/** Those who wait for a track now, each with their place in the line, counted from 1. */
export function placesInLine(db: Pick<Reader, 'selectFrom'>, trackId: number) {
  const line = waitingEntries(db, trackId).select(({ fn }) => [
    'waitlistEntries.id',
    'waitlistEntries.learnerId',
    fn
      .agg<number>('row_number')
      .over((over) => over.orderBy('waitlistEntries.position').orderBy('waitlistEntries.id'))
      .as('place'),
  ])
  return db.selectFrom(line.as('line'))
}

/** Puts learners at the end of the line, in their order; returns them. Those already waiting keep their place. */
export async function joinLine(db: Writer, joining: Joining): Promise<number[]> {
  const { learners, ...entry } = joining
  const waiting = await waitingEntries(db, joining.trackId).select(['learnerId', 'position']).execute()
  const already = new Set(waiting.map(({ learnerId }) => learnerId))
  let position = waiting.reduce((last, one) => Math.max(last, one.position), 0)
  const rows = learners
    .filter(({ learnerId }) => !already.has(learnerId))
    .map(({ learnerId, byDecision }) => ({
      ...entry,
      learnerId,
      position: ++position,
      addedByDecisionId: byDecision,
    }))
  for (const some of batchesOf(rows, 500)) await db.insertInto('waitlistEntries').values(some).execute()
  return rows.map(({ learnerId }) => learnerId)
}

/** Moves one entry to a place counted from 1; past the end means last. Numbers the whole line anew. */
export async function moveInLine(
  db: Writer,
  trackId: number,
  entryId: number,
  place: number,
): Promise<{ from: number; to: number }> {
  const line = await waitingEntries(db, trackId).select('id').orderBy('position').orderBy('id').execute()
  const order = line.map(({ id }) => id)
  const from = order.indexOf(entryId)
  order.splice(from, 1)
  const to = Math.min(place - 1, order.length)
  order.splice(to, 0, entryId)
  for (const [index, id] of order.entries()) {
    await db
      .updateTable('waitlistEntries')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .where('position', '!=', index + 1)
      .execute()
  }
  return { from: from + 1, to: to + 1 }
}
