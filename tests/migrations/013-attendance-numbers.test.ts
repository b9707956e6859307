import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrateToLatest, migrations } from '../../db/migrations/migrate.ts'
import { builderOver } from '../../db/opening/dialect.ts'

test('marks that were there keep what they say and get a number each', async () => {
  const db = builderOver(new Database(':memory:'))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('012-undone-imports')).error).toBeUndefined()
  const statements = [
    `insert into sections (id, code, name) values (1, 'ESL 4A', 'English 4')`,
    ...[1, 2].map(
      (id) =>
        `insert into learners (id, familyName, givenName, foldedName, status, createdAt, updatedAt)
         values (${id}, 'Abe', 'Ana', 'abe ana', 'active', '2026-07-01', '2026-07-01')`,
    ),
    `insert into meetings (id, sectionId, heldOn, minutes) values (5, 1, '2026-07-28', 120)`,
    `insert into attendance (meetingId, learnerId, mark, minutes) values (5, 2, 'late', 90), (5, 1, 'absent', null)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await migrateToLatest(db)
  expect(await db.selectFrom('attendance').selectAll().orderBy('id').execute()).toEqual([
    { id: 1, meetingId: 5, learnerId: 1, mark: 'absent', minutes: null, importId: null },
    { id: 2, meetingId: 5, learnerId: 2, mark: 'late', minutes: 90, importId: null },
  ])
  const again = { meetingId: 5, learnerId: 1, mark: 'present' }
  await expect(db.insertInto('attendance').values(again).execute()).rejects.toThrow('UNIQUE')
  await db.deleteFrom('meetings').execute()
  expect(await db.selectFrom('attendance').selectAll().execute()).toEqual([])
  await db.destroy()
})
