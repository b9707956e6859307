import { sql, type Kysely } from 'kysely'

/**
 * How long records are kept, who asked to keep one longer, and which people were erased. An erased person
 * leaves a row without a name, so that cohorts go on counting right.
 */
const statements = [
  // Null: everything is kept.
  `alter table program add column retentionYears integer`,
  // 1 from an erasure until the file has been written anew without the bytes of what was erased.
  `alter table program add column erasedBytesLeft integer not null default 0`,
  `alter table learners add column erasedAt text`,
  // Lists and their counts read it alone, as they did before anybody could be erased.
  `create index learnersShown on learners (foldedName, id) where erasedAt is null`,
  // Deleting a test asks which current levels rest on it.
  `create index currentLevelsByAssessment on currentLevels (assessmentId)`,
  `create table learnerHolds (
    id integer primary key,
    learnerId integer not null references learners (id) on delete cascade,
    reason text not null,
    placedOn text not null,
    placedBy integer references accounts (id),
    placedByName text not null,
    liftedOn text,
    liftedByName text
  ) strict`,
  `create index learnerHoldsByLearner on learnerHolds (learnerId, liftedOn)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
