import { sql, type Kysely } from 'kysely'

/**
 * A mark gets a number of its own: an import says which marks it made or changed, and takes those back. Entries
 * in the record of changes name the meeting of a mark until here, and the mark itself from here on.
 */
const statements = [
  `create table numberedAttendance (
    id integer primary key,
    meetingId integer not null references meetings (id) on delete cascade,
    learnerId integer not null references learners (id),
    mark text not null,
    minutes integer,
    importId integer references imports (id),
    unique (meetingId, learnerId)
  ) strict`,
  `insert into numberedAttendance (meetingId, learnerId, mark, minutes, importId)
   select meetingId, learnerId, mark, minutes, importId from attendance order by meetingId, learnerId`,
  `drop table attendance`,
  `alter table numberedAttendance rename to attendance`,
  // Hours are added up learner by learner: everything that it takes stands in the index.
  `create index attendanceByLearner on attendance (learnerId, meetingId, mark, minutes)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
