import type { Writer } from '../schema.ts'
import type { PersonTable } from './personTables.ts'
import { deleteRow, insertRow, part, updateRow, type Row } from './rows.ts'

/** What was done to one row. */
interface Step {
  readonly tableName: string
  readonly rowKey: Row
  readonly before: Row | null
  readonly after: Row | null
}

/** Steps written at a time. */
const stepsAtOnce = 500

/** Writes what a merge does, and remembers each step of it so that it can be taken back. */
export class MergeLog {
  readonly #db: Writer
  readonly #steps: Step[] = []

  constructor(db: Writer) {
    this.#db = db
  }

  /** Gives some columns of a row other values; nothing where they have them already. */
  async change(table: PersonTable, row: Row, to: Row): Promise<void> {
    const names = Object.keys(to).filter((name) => row[name] !== to[name])
    if (names.length > 0) await this.rewrite(table, row, part(to, names))
  }

  /** The same for columns whose values were put aside in the file after the row was read. */
  async rewrite({ table, key }: PersonTable, row: Row, to: Row): Promise<void> {
    await updateRow(this.#db, table, part(row, key), to)
    const rowKey = part({ ...row, ...to }, key)
    this.#steps.push({ tableName: table, rowKey, before: part(row, Object.keys(to)), after: to })
  }

  /** Takes a row out that says again what another one says; it is kept whole beside the merge. */
  async leaveOut({ table, key }: PersonTable, row: Row): Promise<void> {
    const rowKey = part(row, key)
    await deleteRow(this.#db, table, rowKey)
    this.#steps.push({ tableName: table, rowKey, before: row, after: null })
  }

  async add({ table, key }: PersonTable, row: Row): Promise<void> {
    await insertRow(this.#db, table, row)
    this.#steps.push({ tableName: table, rowKey: part(row, key), before: null, after: row })
  }

  /** Keeps the steps with the merge, in their order. */
  async keep(mergeId: number): Promise<void> {
    const json = (row: Row | null) => (row === null ? null : JSON.stringify(row))
    const rows = this.#steps.map(({ tableName, rowKey, before, after }, position) => ({
      ...{ mergeId, position, tableName, rowKey: JSON.stringify(rowKey) },
      ...{ before: json(before), after: json(after) },
    }))
    for (let start = 0; start < rows.length; start += stepsAtOnce) {
      await this.#db
        .insertInto('learnerMergeSteps')
        .values(rows.slice(start, start + stepsAtOnce))
        .execute()
    }
  }
}
