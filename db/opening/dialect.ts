import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
} from 'kysely'
import type { Schema } from '../schema.ts'
import type { FileGuard } from './fileGuard.ts'

/**
 * Takes the write lock when a transaction begins, not at its first write, where waiting would fail; and asks
 * the guard whether the file is still in its place, at the start of a transaction and again before its end.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database
  readonly #guard: FileGuard

  constructor(database: Database.Database, guard: FileGuard) {
    super({ database })
    this.#database = database
    this.#guard = guard
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#guard()
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#guard()
    await super.commitTransaction(connection)
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full or failing disk makes SQLite roll back by itself; a second time would hide why.
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite can undo a change of the schema; Kysely thinks it cannot, and would migrate without a transaction. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database
  readonly #guard: FileGuard

  constructor(database: Database.Database, guard: FileGuard) {
    super({ database })
    this.#database = database
    this.#guard = guard
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#database, this.#guard)
  }
}

/** A query builder over one open connection. Its transactions throw what `guard` throws, and change nothing. */
export const builderOver = (database: Database.Database, guard: FileGuard = () => {}) =>
  new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(database, guard) })
