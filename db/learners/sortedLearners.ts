import { sql, type AliasableExpression } from 'kysely'
import type { LearnerFilters, LearnerSort } from '../../shared/contract/learners.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { matchingLearners } from './matchingLearners.ts'

interface SortValue {
  learnerId: number
  value: string | number | null
}

/** What the rows of a list are sorted by beside the name: for each learner that has it, one value. */
function sortValues(
  db: Pick<Reader, 'selectFrom'>,
  by: LearnerSort['by'],
  filters: LearnerFilters,
  today: IsoDate,
): AliasableExpression<SortValue> | null {
  switch (by) {
    case 'section':
      return db
        .selectFrom('sectionMembers')
        .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
        .where(sitsNow(today))
        .groupBy('sectionMembers.learnerId')
        .select((row) => ['sectionMembers.learnerId as learnerId', row.fn.min('sections.code').as('value')])
    case 'level': {
      const levels = db.selectFrom('currentLevels').where('level', 'is not', null)
      const inArea = filters.skillArea === null ? levels : levels.where('skillArea', '=', filters.skillArea)
      return inArea.groupBy('learnerId').select((row) => ['learnerId', row.fn.min('level').as('value')])
    }
    case 'lastTestedOn':
      return db
        .selectFrom('currentLevels')
        .groupBy('learnerId')
        .select((row) => ['learnerId', row.fn.max('testedOn').as('value')])
    default:
      return null
  }
}

/**
 * The numbers of the learners of one window, in the order asked for. Those without a value come last in
 * either direction; equals stand in the order of their names.
 */
export async function sortedLearnerIds(
  db: Pick<Reader, 'selectFrom'>,
  filters: LearnerFilters,
  sort: LearnerSort,
  window: { offset: number; limit: number },
  today: IsoDate,
  sight: Sight,
): Promise<number[]> {
  const direction = sort.descending ? 'desc' : 'asc'
  const matching = matchingLearners(db, filters, today, sight).select('learners.id')
  const windowed = matching.offset(window.offset).limit(window.limit)
  if (sort.by === 'name') {
    const rows = await windowed
      .orderBy('learners.foldedName', direction)
      .orderBy('learners.id', direction)
      .execute()
    return rows.map(({ id }) => id)
  }
  const values = sortValues(db, sort.by, filters, today)
  const ordered =
    values === null
      ? windowed
          .orderBy(sql`${sql.ref('learners.studentId')} is null`)
          .orderBy('learners.studentId', direction)
      : windowed
          .leftJoin(values.as('sorted'), 'sorted.learnerId', 'learners.id')
          .orderBy(sql`${sql.ref('sorted.value')} is null`)
          .orderBy(sql.ref('sorted.value'), direction)
  const rows = await ordered.orderBy('learners.foldedName').orderBy('learners.id').execute()
  return rows.map(({ id }) => id)
}
