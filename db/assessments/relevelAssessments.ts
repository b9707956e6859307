import type { ExpressionBuilder } from 'kysely'
import { levelOfScore, type Level, type LevelTable } from '../../shared/rules/levels.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Schema, Writer } from '../schema.ts'

type Tests = ExpressionBuilder<Schema, 'assessments'>

/** Tests of an instrument and area on the days of a table. */
const takenUnder = (test: Tests, { instrument, skillArea, effectiveFrom, effectiveTo }: LevelTable) =>
  test.and([
    test('instrument', '=', instrument),
    test('skillArea', '=', skillArea),
    ...(effectiveFrom === null ? [] : [test('testedOn', '>=', effectiveFrom)]),
    ...(effectiveTo === null ? [] : [test('testedOn', '<=', effectiveTo)]),
  ])

/** The scores that occur on the days of a table, by the level it gives them. */
async function scoresByLevel(db: Writer, table: LevelTable): Promise<Map<Level | null, number[]>> {
  const rows = await db
    .selectFrom('assessments')
    .select('score')
    .distinct()
    .where((test) => takenUnder(test, table))
    .where('score', 'is not', null)
    .execute()
  const scores = rows.map(({ score }) => score ?? 0)
  return Map.groupBy(scores, (score) => levelOfScore(table, score))
}

/** Each of the few hundred scores that occur is looked up once, not each of the many tests. */
async function relevelUnder(db: Writer, table: LevelTable): Promise<number> {
  let changed = 0
  for (const [level, scores] of await scoresByLevel(db, table)) {
    const { numUpdatedRows } = await db
      .updateTable('assessments')
      .set({ level })
      .where((test) => takenUnder(test, table))
      .where('score', 'in', scores)
      .where('level', 'is distinct from', level)
      .executeTakeFirstOrThrow()
    changed += Number(numUpdatedRows)
  }
  return changed
}

/** Takes the level from tests on days for which there is no table. */
async function unlevelOutside(
  db: Writer,
  instrument: string,
  skillArea: SkillArea,
  tables: readonly LevelTable[],
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('assessments')
    .set({ level: null })
    .where('instrument', '=', instrument)
    .where('skillArea', '=', skillArea)
    .where('level', 'is not', null)
    .where((test) => test.not(test.or(tables.map((table) => takenUnder(test, table)))))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/**
 * Looks the levels of every score of one instrument and area up again, after one of its tables changed.
 * Returns how many scores have another level than before.
 */
export async function relevelAssessments(
  db: Writer,
  instrument: string,
  skillArea: SkillArea,
): Promise<number> {
  const tables = (await allLevelTables(db)).filter(
    (table) => table.instrument === instrument && table.skillArea === skillArea,
  )
  let changed = await unlevelOutside(db, instrument, skillArea, tables)
  for (const table of tables) changed += await relevelUnder(db, table)
  if (changed > 0) await copyLevelsOf(db, skillArea)
  return changed
}

/** The current level is that of the newest test; which test that is does not depend on levels. */
async function copyLevelsOf(db: Writer, skillArea: SkillArea): Promise<void> {
  await db
    .updateTable('currentLevels')
    .set((current) => ({
      level: current
        .selectFrom('assessments')
        .select('assessments.level')
        .whereRef('assessments.id', '=', 'currentLevels.assessmentId'),
    }))
    .where('skillArea', '=', skillArea)
    .execute()
}
