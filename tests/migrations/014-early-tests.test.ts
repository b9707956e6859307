import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrateToLatest, migrations } from '../../db/migrations/migrate.ts'
import { builderOver } from '../../db/opening/dialect.ts'

test('tests recorded before keep everything, and have no reason for being early', async () => {
  const db = builderOver(new Database(':memory:'))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('012-undone-imports')).error).toBeUndefined()
  const statements = [
    `insert into learners (id, familyName, givenName, foldedName, createdAt, updatedAt)
     values (1, 'Soto', 'Ana', 'soto ana', '2026-01-01', '2026-01-01')`,
    `insert into assessments
       (id, learnerId, instrument, skillArea, form, testedOn, score, scoreText, level, sameFormReason, recordedAt)
     values (1, 1, 'CASAS Reading STEPS', 'reading', '623R', '2026-01-10', 212, '212', 4, 'Lost', '2026-01-10')`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  await migrateToLatest(db)
  const [kept] = await db
    .selectFrom('assessments')
    .select(['form', 'score', 'sameFormReason', 'earlyReason'])
    .execute()
  expect(kept).toEqual({ form: '623R', score: 212, sameFormReason: 'Lost', earlyReason: null })
  await db.destroy()
})
