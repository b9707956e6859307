import { sql, type Kysely } from 'kysely'

/** Calls and messages to learners who stayed away: how they went, never what was said. */
const statements = [
  `create table contacts (
    id integer primary key,
    learnerId integer not null references learners (id),
    -- The class that was missed; null for an exit coming near, which is of no single class.
    sectionId integer references sections (id),
    occasion text not null,
    -- The newest meeting missed, or the last service, when it was noted: a later absence asks again.
    aboutOn text not null,
    contactedOn text not null,
    result text not null,
    reason text,
    recordedAt text not null,
    recordedBy integer references accounts (id),
    recordedByName text not null
  ) strict`,
  `create index contactsByLearner on contacts (learnerId)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
