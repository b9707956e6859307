import type { Insertable } from 'kysely'
import type { ReportProgress } from '../calls/call.ts'
import type { Schema, Writer } from '../schema.ts'

/** SQLite takes at most 32,766 values in one statement; the widest table has some 20 columns. */
const rowsAtOnce = 500

interface ToInsert<Table extends keyof Schema> {
  state: { id: number | null }
  row: Insertable<Schema[Table]>
}

type TableWithId = {
  [Table in keyof Schema]: 'id' extends keyof Schema[Table] ? Table : never
}[keyof Schema]

/** Inserts many rows without reading back their numbers. */
export async function insertMany<Table extends keyof Schema & string>(
  db: Writer,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
  progress: ReportProgress,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await progress('writingRows', start, rows.length)
    await db
      .insertInto(table as keyof Schema)
      .values(rows.slice(start, start + rowsAtOnce) as never)
      .execute()
  }
}

/**
 * Inserts many rows and gives each state its record's number. Numbers rise in the order of insertion, also
 * where the database returns them in another order.
 */
export async function insertStates<Table extends TableWithId & string>(
  db: Writer,
  table: Table,
  items: readonly ToInsert<Table>[],
  progress: ReportProgress,
): Promise<void> {
  for (let start = 0; start < items.length; start += rowsAtOnce) {
    await progress('writingRows', start, items.length)
    const some = items.slice(start, start + rowsAtOnce)
    const saved = (await db
      .insertInto(table as TableWithId)
      .values(some.map(({ row }) => row) as never)
      .returning('id')
      .execute()) as { id: number }[]
    const ids = saved.map(({ id }) => id).sort((a, b) => a - b)
    some.forEach(({ state }, index) => (state.id = ids[index]!))
  }
}
