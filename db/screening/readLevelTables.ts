import type { Selectable } from 'kysely'
import type { LevelBand, LevelTable } from '../../shared/rules/levels.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import type { LevelTableTable, Reader } from '../schema.ts'

/** One stored score table as the rules read it. */
export function levelTableOf(row: Selectable<LevelTableTable>): LevelTable {
  const { recommendedHoursFrom: from, recommendedHoursTo: to } = row
  return {
    instrument: row.instrument,
    generation: row.generation,
    skillArea: row.skillArea as SkillArea,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    minimumHours: row.minimumHours,
    recommendedHours: from === null || to === null ? null : { from, to },
    levels: row.levels === null ? null : (JSON.parse(row.levels) as LevelBand[]),
    possibleScores: { min: row.lowestScore, max: row.highestScore },
    forms: JSON.parse(row.forms) as string[],
  }
}

/** Every score table of the program, for `prepareLevelTables`. */
export async function readLevelTables(db: Pick<Reader, 'selectFrom'>): Promise<LevelTable[]> {
  const rows = await db.selectFrom('levelTables').selectAll().orderBy('id').execute()
  return rows.map(levelTableOf)
}
