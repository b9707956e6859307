import type { IsoDate } from '../../shared/values/dates.ts'
import { attendedHours } from '../attendance/attendedHours.ts'
import type { Reader } from '../schema.ts'

/** The last day on which the learner had any hours; of a total over a period, its last day. Null: never. */
export async function lastService(
  db: Pick<Reader, 'selectFrom'>,
  learnerId: number,
  today: IsoDate,
): Promise<IsoDate | null> {
  const { last } = await attendedHours(db)
    .where('learnerId', '=', learnerId)
    .where('hours', '>', 0)
    .where('periodTo', '<=', today)
    .select((row) => row.fn.max<IsoDate | null>('periodTo').as('last'))
    .executeTakeFirstOrThrow()
  return last
}
