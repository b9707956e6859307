import { sql, type Kysely } from 'kysely'

/** Who said of two similar records that they are two people; unknown for what files brought before. */
const statements = [
  'alter table distinctPeople add column decidedBy integer references accounts (id)',
  'alter table distinctPeople add column decidedByName text',
  'create index distinctPeopleByOther on distinctPeople (otherLearnerId)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
