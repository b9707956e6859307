import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrateToLatest, migrations } from '../../db/migrations/migrate.ts'
import { builderOver } from '../../db/opening/dialect.ts'

test('a program made before sees as a new one does: instructors their own classes', async () => {
  const db = builderOver(new Database(':memory:'))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('001-first-schema')).error).toBeUndefined()
  await sql
    .raw(`insert into program (id, name, language, createdAt) values (1, 'Bridge', 'en', '2026-01-01')`)
    .execute(db)
  await migrateToLatest(db)
  const program = await db.selectFrom('program').select(['name', 'instructorScope']).executeTakeFirstOrThrow()
  expect(program).toEqual({ name: 'Bridge', instructorScope: 'ownClasses' })
  const scope = (instructorScope: string) => db.updateTable('program').set({ instructorScope }).execute()
  await expect(scope('everything')).rejects.toThrow('CHECK')
  await scope('allLearners')
  await db.destroy()
})
