import type { Reader } from '../schema.ts'
import { attemptTable } from './personTables.ts'
import { rowsWith, type Row } from './rows.ts'

/** Where a sitting of an exam part stands: its seat in a cohort and its number there. */
export interface AttemptPlace {
  readonly cohortMemberId: number
  readonly number: number
}

interface Sitting extends AttemptPlace {
  readonly id: number
  readonly partKey: string
  readonly isLater: boolean
}

const sittingOf = (row: Row, place: Row, isLater: boolean): Sitting => ({
  ...{ id: Number(row.id), partKey: String(row.partKey), isLater },
  ...{ cohortMemberId: Number(place.cohortMemberId), number: Number(place.number) },
})

/**
 * Where sittings stand once a merge is taken back, by their own numbers: `before` has the old places of those that
 * moved, `returning` the ones that were left out; those stand under their negative numbers, as theirs may be given again. One recorded since stays in its seat, after those before it.
 */
export async function attemptsBack(
  db: Pick<Reader, 'selectFrom'>,
  seatIds: readonly number[],
  before: ReadonlyMap<number, Row>,
  returning: readonly Row[],
): Promise<Map<number, AttemptPlace>> {
  const now = await rowsWith(db, attemptTable, 'cohortMemberId', seatIds)
  const sittings = [
    ...now.map((row) => {
      const old = before.get(Number(row.id))
      return sittingOf(row, old ?? row, old === undefined)
    }),
    ...returning.map((row) => ({ ...sittingOf(row, row, false), id: -Number(row.id) })),
  ].toSorted((one, other) => one.number - other.number || Number(one.isLater) - Number(other.isLater))
  const places = new Map<number, AttemptPlace>()
  const bySeat = Map.groupBy(sittings, ({ cohortMemberId, partKey }) => `${cohortMemberId} ${partKey}`)
  for (const some of bySeat.values()) {
    const isGrown = some.some(({ isLater }) => isLater)
    for (const [index, { id, cohortMemberId, number }] of some.entries())
      places.set(id, { cohortMemberId, number: isGrown ? index + 1 : number })
  }
  return places
}
