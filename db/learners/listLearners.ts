import type { LearnerFilters, LearnerSort, LearnerRow } from '../../shared/contract/learners.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerRowsOf } from './learnerRows.ts'
import { matchingLearners } from './matchingLearners.ts'
import { sortedLearnerIds } from './sortedLearners.ts'

/** How many learners the filters let through. */
export async function countLearners(
  db: Pick<Reader, 'selectFrom'>,
  filters: LearnerFilters,
  today: IsoDate,
  sight: Sight,
): Promise<number> {
  const { total } = await matchingLearners(db, filters, today, sight)
    .select((learner) => learner.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** One window of the list and the number of all learners in it. */
export async function listLearners(
  db: Pick<Reader, 'selectFrom'>,
  input: LearnerFilters & { sort: LearnerSort; offset: number; limit: number },
  today: IsoDate,
  sight: Sight,
): Promise<{ total: number; rows: LearnerRow[] }> {
  const total = await countLearners(db, input, today, sight)
  const ids = await sortedLearnerIds(db, input, input.sort, input, today, sight)
  return { total, rows: await learnerRowsOf(db, ids, today) }
}
