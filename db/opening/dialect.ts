import type Database from 'better-sqlite3'
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely'
import type { Schema } from '../schema.ts'

/** Takes the write lock when a transaction begins, not at its first write, where waiting would fail. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver({ database: this.#database })
  }
}

/** A query builder over one open connection. */
export const builderOver = (database: Database.Database) =>
  new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(database) })
