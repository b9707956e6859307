import { sql, type Expression, type SqlBool } from 'kysely'

/**
 * True for a learner who is there: not erased, and not merged into another record. Every list, search, count,
 * report and file that starts from the learners asks it; `table` is the name under which they are read.
 */
export const learnerIsThere = (table = 'learners'): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`${table}.erasedAt`)} is null and ${sql.ref(`${table}.mergedIntoId`)} is null)`
