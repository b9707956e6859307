import { sql, type Kysely } from 'kysely'

/** Why a post-test was given before the hours that its publisher asks for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table assessments add column earlyReason text').execute(db)
}
