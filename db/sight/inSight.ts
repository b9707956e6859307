import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Sight } from './sight.ts'

const everything = sql<SqlBool>`1 = 1`

/** True for a class that is in sight; `sectionId` names the column of its number. */
export function sectionInSight(sight: Sight, sectionId: string): Expression<SqlBool> {
  if (sight.instructorId === null) return everything
  const own = expressionBuilder<Schema>()
    .selectFrom('sections as ownSections')
    .select('ownSections.id')
    .where('ownSections.instructorAccountId', '=', sight.instructorId)
  return sql<SqlBool>`${sql.ref(sectionId)} in ${own}`
}

/**
 * True for a learner who is in sight; `learnerId` names the column of the number. A stay that has ended
 * counts, for tests and hours come in late; one that ended on its first day was a mistake and does not.
 */
export function learnerInSight(sight: Sight, learnerId: string): Expression<SqlBool> {
  if (sight.instructorId === null) return everything
  const own = expressionBuilder<Schema>()
    .selectFrom('sections as ownSections')
    .innerJoin('sectionMembers as ownMembers', 'ownMembers.sectionId', 'ownSections.id')
    .select('ownMembers.learnerId')
    .where('ownSections.instructorAccountId', '=', sight.instructorId)
    .where((stay) =>
      stay.or([
        stay('ownMembers.endDate', 'is', null),
        stay('ownMembers.startDate', 'is', null),
        stay('ownMembers.endDate', '>', stay.ref('ownMembers.startDate')),
      ]),
    )
  return sql<SqlBool>`${sql.ref(learnerId)} in ${own}`
}

/** True for a cohort with at least one member in sight; `cohortId` names the column of its number. */
export function cohortInSight(sight: Sight, cohortId: string): Expression<SqlBool> {
  if (sight.instructorId === null) return everything
  const own = expressionBuilder<Schema>()
    .selectFrom('cohortMembers as seenMembers')
    .select('seenMembers.cohortId')
    .where(learnerInSight(sight, 'seenMembers.learnerId'))
  return sql<SqlBool>`${sql.ref(cohortId)} in ${own}`
}

/** True for a screening that looked at somebody in sight; `screeningId` names the column of its number. */
export function screeningInSight(sight: Sight, screeningId: string): Expression<SqlBool> {
  if (sight.instructorId === null) return everything
  const own = expressionBuilder<Schema>()
    .selectFrom('screeningResults as seenResults')
    .select('seenResults.screeningId')
    .where(learnerInSight(sight, 'seenResults.learnerId'))
  return sql<SqlBool>`${sql.ref(screeningId)} in ${own}`
}
