import { sql, type Kysely } from 'kysely'

/** Whose learners instructors see. Programs made before begin with the narrower way, as new ones do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table program add column instructorScope text not null default 'ownClasses'
       check (instructorScope in ('ownClasses', 'allLearners'))`,
    )
    .execute(db)
  await sql.raw('create index sectionsByInstructor on sections (instructorAccountId)').execute(db)
}
