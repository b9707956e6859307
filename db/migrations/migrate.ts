import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { Failure } from '../failure.ts'
import type { Schema } from '../schema.ts'
import * as m001 from './001-first-schema.ts'
import * as m002 from './002-chained-audit.ts'
import * as m004 from './004-lock-when-idle.ts'
import * as m005 from './005-instructor-scope.ts'
import * as m006 from './006-erase-and-keep.ts'
import * as m010 from './010-attendance.ts'
import * as m011 from './011-accepted-findings.ts'
import * as m012 from './012-undone-imports.ts'
import * as m013 from './013-attendance-numbers.ts'
import * as m014 from './014-early-tests.ts'
import * as m016 from './016-told-apart.ts'
import * as m017 from './017-merged-learners.ts'
import * as m018 from './018-contacts.ts'

/** Every step of the file's history, oldest first. A published step is never edited. */
export const migrations: Record<string, Migration> = {
  '001-first-schema': m001,
  '002-chained-audit': m002,
  '004-lock-when-idle': m004,
  '005-instructor-scope': m005,
  '006-erase-and-keep': m006,
  '010-attendance': m010,
  '011-accepted-findings': m011,
  '012-undone-imports': m012,
  '013-attendance-numbers': m013,
  '014-early-tests': m014,
  '016-told-apart': m016,
  '017-merged-learners': m017,
  '018-contacts': m018,
}

/** Refuses a file that a newer version of the app has changed: the app could not keep what it does not know. */
export async function refuseNewerFile(db: Kysely<Schema>) {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return
  const applied = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  const unknown = applied.find(({ name }) => !(name in migrations))
  if (unknown) throw new Failure('broken', 'programFileNewer', { step: unknown.name })
}

const migratorOf = (db: Kysely<Schema>) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } })

/** Whether a file has a history, and steps are missing in it. A new file has none. */
export async function isBehind(db: Kysely<Schema>): Promise<boolean> {
  const steps = await migratorOf(db).getMigrations()
  return steps.some(({ executedAt }) => executedAt) && steps.some(({ executedAt }) => !executedAt)
}

/** Brings a file to the newest schema in one transaction, or leaves it as it was and throws. */
export async function migrateToLatest(db: Kysely<Schema>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest()
  if (error) throw error
}
