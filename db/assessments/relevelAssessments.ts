import { levelOfScore, prepareLevelTables } from '../../shared/rules/levels.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Writer } from '../schema.ts'
import { refreshCurrentLevels } from './currentLevels.ts'

/**
 * Looks the levels of every score of one instrument and area up again, after its table changed. Returns
 * how many scores have another level than before.
 */
export async function relevelAssessments(
  db: Writer,
  instrument: string,
  skillArea: SkillArea,
): Promise<number> {
  const tables = prepareLevelTables(await allLevelTables(db))
  const rows = await db
    .selectFrom('assessments')
    .select(['id', 'learnerId', 'testedOn', 'score', 'level'])
    .where('instrument', '=', instrument)
    .where('skillArea', '=', skillArea)
    .where('score', 'is not', null)
    .execute()
  const changed = rows
    .map((row) => ({
      ...row,
      newLevel: levelOfScore(tables.tableFor(instrument, skillArea, row.testedOn), row.score),
    }))
    .filter(({ level, newLevel }) => level !== newLevel)

  const byLevel = Map.groupBy(changed, ({ newLevel }) => newLevel)
  for (const [level, group] of byLevel) {
    for (let start = 0; start < group.length; start += 5000) {
      const ids = group.slice(start, start + 5000).map(({ id }) => id)
      await db.updateTable('assessments').set({ level }).where('id', 'in', ids).execute()
    }
  }
  await refreshCurrentLevels(
    db,
    changed.map(({ learnerId }) => learnerId),
  )
  return changed.length
}
