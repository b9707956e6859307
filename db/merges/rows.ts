import type { Reader, Schema, Writer } from '../schema.ts'

/** A row of any table as it is stored. */
export type Row = Readonly<Record<string, string | number | null>>
export type TableName = keyof Schema & string

type Db = Pick<Reader, 'selectFrom'>

/*
 * One statement for many tables, typed as one of them: a test compares the tables and columns named in
 * `personTables.ts` with the file's.
 */
const typed = (table: TableName) => table as 'evidence'
const column = (name: string) => name as 'id'

/** The rows whose column holds one of some numbers, in a settled order. */
export async function rowsWith(
  db: Db,
  { table, key }: { table: TableName; key: readonly string[] },
  name: string,
  ids: readonly number[],
): Promise<Row[]> {
  if (ids.length === 0) return []
  let rows = db
    .selectFrom(typed(table))
    .selectAll()
    .where(column(name), 'in', [...ids])
  for (const one of key) rows = rows.orderBy(column(one))
  return (await rows.execute()) as unknown as Row[]
}

/** The row with a key; undefined when it is gone. */
export async function rowWith(db: Db, table: TableName, key: Row): Promise<Row | undefined> {
  let rows = db.selectFrom(typed(table)).selectAll()
  for (const [name, value] of Object.entries(key)) rows = rows.where(column(name), '=', value as number)
  return (await rows.executeTakeFirst()) as unknown as Row | undefined
}

export async function insertRow(db: Writer, table: TableName, row: Row): Promise<void> {
  await db
    .insertInto(typed(table))
    .values(row as never)
    .execute()
}

export async function updateRow(db: Writer, table: TableName, key: Row, set: Row): Promise<void> {
  let update = db.updateTable(typed(table)).set(set as never)
  for (const [name, value] of Object.entries(key)) update = update.where(column(name), '=', value as number)
  await update.execute()
}

export async function deleteRow(db: Writer, table: TableName, key: Row): Promise<void> {
  let deletion = db.deleteFrom(typed(table))
  for (const [name, value] of Object.entries(key))
    deletion = deletion.where(column(name), '=', value as number)
  await deletion.execute()
}

/** Some columns of a row. */
export const part = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
