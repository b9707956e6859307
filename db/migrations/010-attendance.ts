import { sql, type Kysely } from 'kysely'

/** Class meetings and who was there. `minutes` of a mark is null where the mark alone says it. */
const statements = [
  // The component of a course that hours in the class count for; null: English instruction in general.
  `alter table sections add column component text`,
  // How long one meeting usually lasts.
  `alter table sections add column meetingMinutes integer`,
  `create table meetings (
    id integer primary key,
    sectionId integer not null references sections (id),
    heldOn text not null,
    minutes integer not null,
    unique (sectionId, heldOn)
  ) strict`,
  `create table attendance (
    meetingId integer not null references meetings (id) on delete cascade,
    learnerId integer not null references learners (id),
    mark text not null,
    minutes integer,
    importId integer references imports (id),
    primary key (meetingId, learnerId)
  ) strict, without rowid`,
  `create index attendanceByLearner on attendance (learnerId)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
