import type { Insertable } from 'kysely'
import type { Schema, Writer } from '../schema.ts'

/** SQLite takes at most 32,766 parameters in one statement. */
const parametersInOneStatement = 30_000

/** Inserts many rows of one shape, in as few statements as SQLite allows. Gives their ids in order. */
export async function insertMany<Table extends keyof Schema>(
  db: Writer,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<number[]> {
  const columns = Math.max(1, ...rows.slice(0, 1).map((row) => Object.keys(row).length))
  const step = Math.floor(parametersInOneStatement / columns)
  const ids: number[] = []
  for (let start = 0; start < rows.length; start += step) {
    const inserted = await db
      .insertInto(table)
      .values(rows.slice(start, start + step))
      .returning('id' as never)
      .execute()
    ids.push(...(inserted as unknown as { id: number }[]).map(({ id }) => id))
  }
  return ids
}
