import Database from 'better-sqlite3'
import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, expect, test } from 'vitest'
import { auditHead } from '../../db/audit/auditHead.ts'
import { verifyChain } from '../../db/audit/verifyChain.ts'
import { migrateToLatest, migrations } from '../../db/migrations/migrate.ts'
import { builderOver } from '../../db/opening/dialect.ts'
import type { Schema } from '../../db/schema.ts'

const open: Kysely<Schema>[] = []
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy()
})

/** A file as the first schema left it, with an account, two learners and what `statements` add. */
async function fileBefore(statements: readonly string[]): Promise<Kysely<Schema>> {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  const db = builderOver(database)
  open.push(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('001-first-schema')).error).toBeUndefined()
  const common = [
    `insert into accounts (id, name, foldedName, roles, language, createdAt)
      values (1, 'Alma', 'alma', '["director"]', 'en', '2026-01-01')`,
    `insert into learners (id, familyName, givenName, foldedName, createdAt, updatedAt) values
      (1, 'Rivera', 'Ana', 'rivera ana', '2026-01-01', '2026-01-01'),
      (2, 'Nguyen', 'Bao', 'nguyen bao', '2026-01-01', '2026-01-01')`,
  ]
  for (const statement of [...common, ...statements]) await sql.raw(statement).execute(db)
  return db
}

const entry = (
  id: number,
  action: string,
  subject: string,
  subjectId: number,
  before: object | null,
  after: object | null,
) => {
  const text = (value: object | null) => (value === null ? 'null' : `'${JSON.stringify(value)}'`)
  return `insert into auditEntries (id, at, accountId, accountName, action, subject, subjectId, before, after)
    values (${id}, '2026-02-0${id}', 1, 'Alma', '${action}', '${subject}', ${subjectId}, ${text(before)}, ${text(after)})`
}

const verified = (db: Kysely<Schema>) => verifyChain(db, async () => {})

test('entries written before are chained as they stand, and each learner’s are named', async () => {
  const db = await fileBefore([
    `insert into assessments (id, learnerId, instrument, skillArea, form, testedOn, scoreText, recordedAt)
      values (7, 2, 'casasSteps', 'reading', '621R', '2026-01-05', '201', '2026-01-05')`,
    entry(1, 'learners.create', 'learner', 1, null, { familyName: 'Rivera' }),
    entry(2, 'assessments.record', 'assessment', 7, null, { learnerId: 2, score: 201 }),
    entry(3, 'evidence.withdraw', 'evidence', 9, { learnerId: 1, kind: 'document' }, null),
    entry(4, 'tracks.change', 'track', 1, { seats: 5 }, { seats: 6 }),
  ])
  await migrateToLatest(db)

  const rows = await db.selectFrom('auditEntries').selectAll().orderBy('id').execute()
  expect(rows.map(({ learnerId }) => learnerId)).toEqual([1, 2, 1, null])
  expect(rows[3]).toMatchObject({ at: '2026-02-04', before: '{"seats":5}', after: '{"seats":6}' })
  expect(await verified(db)).toMatchObject({ state: 'intact', entries: 4, erased: 0 })
  expect((await auditHead(db)).entries).toBe(4)
})

test('the rows of imports stand in the chain by one hash, and each knows its learner', async () => {
  const db = await fileBefore([
    `insert into imports (id, kind, fileName, fingerprint, mapping, counts, appliedAt, appliedByName)
      values (1, 'roster', 'list.csv', 'abc', '{}', '{}', '2026-02-01', 'Alma')`,
    `insert into importRows (importId, rowNumber, action, subject, subjectId, after) values
      (1, 2, 'created', 'learner', 1, '{"familyName":"Rivera"}'),
      (1, 3, 'created', 'learner', 2, '{"familyName":"Nguyen"}'),
      (1, 4, 'refused', 'row', 0, '{"problems":[]}')`,
    entry(1, 'imports.apply', 'import', 1, null, { kind: 'roster' }),
  ])
  await migrateToLatest(db)

  const rows = await db.selectFrom('importRows').selectAll().orderBy('id').execute()
  expect(rows.map(({ learnerId, after }) => [learnerId, after])).toEqual([
    [1, '{"familyName":"Rivera"}'],
    [2, '{"familyName":"Nguyen"}'],
    [null, '{"problems":[]}'],
  ])
  expect(await verified(db)).toMatchObject({ state: 'intact', entries: 1 })
  await db
    .updateTable('importRows')
    .set({ after: '{"familyName":"Other"}' })
    .where('rowNumber', '=', 3)
    .execute()
  expect(await verified(db)).toMatchObject({ state: 'broken', fault: 'importRowsChanged', entryId: 1 })
})

test('a file without entries begins an empty chain', async () => {
  const db = await fileBefore([])
  await migrateToLatest(db)
  expect(await verified(db)).toMatchObject({ state: 'intact', entries: 0 })
})

test('many entries are chained across pages', async () => {
  const db = await fileBefore([
    `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 2500)
      insert into auditEntries (id, at, accountId, accountName, action)
      select n * 2, '2026-02-01', 1, 'Alma', 'session.signIn' from numbers`,
  ])
  await migrateToLatest(db)
  expect(await verified(db)).toMatchObject({ state: 'intact', entries: 2500 })
})
