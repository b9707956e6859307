import { sql, type Kysely } from 'kysely'

/**
 * Who undid an import and when, and what became of each of its rows: *gone* is a row whose learner was removed,
 * and whose number may be given again. The rows' hashes leave it out.
 */
const statements = [
  'alter table imports add column undoneAt text',
  'alter table imports add column undoneBy integer references accounts (id)',
  'alter table imports add column undoneByName text',
  `alter table importRows add column undone text
   check (undone in ('removed', 'putBack', 'partly', 'kept', 'gone'))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
