import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { WorkOf } from '../../shared/contract/today.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { QueryCall } from '../calls/call.ts'
import type { Reader, Schema } from '../schema.ts'
import { requireSection } from '../sections/requireSection.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { learnerInSight, sectionInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

/** Whose work a list holds, and everything needed to read it. */
export interface Work {
  readonly db: Reader
  readonly today: IsoDate
  /** The caller's sight, narrowed to their own classes where only these are asked for. */
  readonly sight: Sight
  /** The one class that is asked for; null: all in sight. */
  readonly sectionId: number | null
}

/** The work that is asked for; throws `notFound` for a class out of sight. */
export async function workAskedFor(
  { db, today, sight, caller }: Pick<QueryCall<unknown>, 'db' | 'today' | 'sight' | 'caller'>,
  of: WorkOf,
): Promise<Work> {
  if (typeof of === 'number') {
    await requireSection(db, of, sight)
    return { db, today, sight, sectionId: of }
  }
  const ownSight = of === 'ownClasses' ? { instructorId: caller.id } : sight
  return { db, today, sight: ownSight, sectionId: null }
}

const seats = (today: IsoDate) =>
  expressionBuilder<Schema>()
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .where('sections.active', '=', 1)
    .where(sitsNow(today))
    .select('sectionMembers.learnerId')

/** True for a class whose work is asked for; `sectionId` names the column of its number. */
export const sectionInReach = ({ sight, sectionId: only }: Work, sectionId: string): Expression<SqlBool> =>
  only === null ? sectionInSight(sight, sectionId) : sql<SqlBool>`${sql.ref(sectionId)} = ${only}`

/**
 * True for a learner whose work is asked for; `learnerId` names the column of the number. For an instructor that
 * is whoever sits in a class of theirs now, and whoever sat in one and sits in none since, so that nobody falls
 * between two classes and nobody is tested by two people.
 */
export function learnerInReach(work: Work, learnerId: string): Expression<SqlBool> {
  const { sight, sectionId, today } = work
  const column = sql.ref(learnerId)
  if (sectionId !== null)
    return sql<SqlBool>`${column} in ${seats(today).where('sectionMembers.sectionId', '=', sectionId)}`
  if (sight.instructorId === null) return learnerInSight(sight, learnerId)
  const own = seats(today).where('sections.instructorAccountId', '=', sight.instructorId)
  return sql<SqlBool>`(${column} in ${own}
    or (${learnerInSight(sight, learnerId)} and ${column} not in ${seats(today)}))`
}
