import { sql, type Expression, type SqlBool } from 'kysely'

/** True where the column holds the text anywhere in it; `%` and `_` in the text are only letters. */
export function contains(column: Expression<unknown>, text: string): Expression<SqlBool> {
  return sql<SqlBool>`${column} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}
