import type { HoursAttended } from '../../shared/rules/hours.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foundInBatches } from '../batches.ts'
import type { Reader } from '../schema.ts'
import { attendedHours } from './attendedHours.ts'

/**
 * Every hour of some learners that touches a span, by learner; absences are rows of no hours. Null ends are open.
 */
export async function hoursOfLearners(
  db: Pick<Reader, 'selectFrom'>,
  learnerIds: readonly number[],
  { from, to }: { readonly from: IsoDate | null; readonly to: IsoDate | null },
): Promise<ReadonlyMap<number, HoursAttended[]>> {
  const rows = await foundInBatches(learnerIds, (some) =>
    attendedHours(db)
      .select(['learnerId', 'periodFrom as from', 'periodTo as to', 'hours'])
      .where('learnerId', 'in', some)
      .$if(from !== null, (hours) => hours.where('periodTo', '>=', from!))
      .$if(to !== null, (hours) => hours.where('periodFrom', '<=', to!))
      .execute(),
  )
  return Map.groupBy(rows, ({ learnerId }) => learnerId)
}
