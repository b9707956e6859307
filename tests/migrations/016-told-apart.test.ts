import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrateToLatest, migrations } from '../../db/migrations/migrate.ts'
import { builderOver } from '../../db/opening/dialect.ts'

test('pairs told apart before stay so, by nobody known', async () => {
  const db = builderOver(new Database(':memory:'))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('013-attendance-numbers')).error).toBeUndefined()
  const learner = (id: number) =>
    sql.raw(
      `insert into learners (id, familyName, givenName, foldedName, createdAt, updatedAt)
       values (${id}, 'Soto', 'Elba', 'soto elba', '2026-01-01', '2026-01-01')`,
    )
  await learner(1).execute(db)
  await learner(2).execute(db)
  await sql.raw(`insert into distinctPeople values (1, 2, '2026-01-02')`).execute(db)
  await migrateToLatest(db)
  expect(await db.selectFrom('distinctPeople').selectAll().execute()).toEqual([
    {
      ...{ learnerId: 1, otherLearnerId: 2, decidedAt: '2026-01-02' },
      ...{ decidedBy: null, decidedByName: null },
    },
  ])
  await db.destroy()
})
