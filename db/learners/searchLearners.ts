import { sql } from 'kysely'
import type { LearnerSummary } from '../../shared/contract/learners.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerSummariesOf } from './learnerRows.ts'
import { matchingText } from './matchingLearners.ts'
import { readTypedSearch } from './typedSearch.ts'

/**
 * The learners in sight that match what was typed: first those whose family name begins with it, then those with
 * another name that does, then all others; each group by name. Nothing typed finds nobody.
 */
export async function searchLearners(
  db: Pick<Reader, 'selectFrom'>,
  text: string,
  limit: number,
  today: IsoDate,
  sight: Sight,
): Promise<LearnerSummary[]> {
  if (text.trim() === '') return []
  const [first = ''] = readTypedSearch(text).nameParts
  const name = sql.ref('learners.foldedName')
  const rank = sql`case when ${name} like ${`${first}%`} then 0 when ${name} like ${`% ${first}%`} then 1 else 2 end`
  const found = await matchingText(db.selectFrom('learners'), text)
    .select('learners.id')
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy(rank)
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .limit(limit)
    .execute()
  return learnerSummariesOf(
    db,
    found.map(({ id }) => id),
    today,
  )
}
