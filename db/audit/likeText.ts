import { sql, type Expression, type ExpressionBuilder, type SqlBool, type StringReference } from 'kysely'
import type { Schema } from '../schema.ts'

/** True where a text column contains some words, whatever their case; signs that mean something in SQL mean themselves. */
export function containsText<Table extends keyof Schema>(
  _row: ExpressionBuilder<Schema, Table>,
  column: StringReference<Schema, Table>,
  text: string,
): Expression<SqlBool> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`
}
