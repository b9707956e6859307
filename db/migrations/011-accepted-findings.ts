import { sql, type Kysely } from 'kysely'

/** Findings of the data check that somebody knows and leaves as they are, with the reason. */
const statements = [
  `create table acceptedFindings (
    id integer primary key,
    rule text not null,
    subject text not null,
    subjectId integer not null,
    learnerId integer references learners (id) on delete cascade,
    -- The values it rested on: once one of them changes, the finding is open again.
    details text not null,
    reason text not null,
    acceptedOn text not null,
    acceptedBy integer references accounts (id),
    acceptedByName text not null
  ) strict`,
  // A finding is accepted once. Two learners can have one about the same class.
  `create unique index acceptedFindingsOnce
    on acceptedFindings (rule, subject, subjectId, coalesce(learnerId, 0))`,
  `create index acceptedFindingsByLearner on acceptedFindings (learnerId)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
