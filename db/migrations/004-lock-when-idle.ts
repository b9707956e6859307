import { sql, type Kysely } from 'kysely'

/** After how many minutes without work the program locks, set by its administrators. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table program add column idleMinutes integer not null default 15`.execute(db)
}
