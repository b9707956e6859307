import type { Insertable, Selectable } from 'kysely'
import type { LevelTableRecord } from '../../shared/contract/instruments.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import type { LevelTableTable, Reader } from '../schema.ts'

export function levelTableOf(row: Selectable<LevelTableTable>): LevelTableRecord {
  return {
    id: row.id,
    instrument: row.instrument,
    generation: row.generation,
    skillArea: row.skillArea as SkillArea,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    minimumHours: row.minimumHours,
    recommendedHours:
      row.recommendedHoursFrom === null || row.recommendedHoursTo === null
        ? null
        : { from: row.recommendedHoursFrom, to: row.recommendedHoursTo },
    levels: row.levels === null ? null : (JSON.parse(row.levels) as LevelTableRecord['levels']),
    possibleScores: { min: row.lowestScore, max: row.highestScore },
    sameFormDays: row.sameFormDays,
    forms: JSON.parse(row.forms) as string[],
    source: row.source,
  }
}

export function levelTableRow(table: Omit<LevelTableRecord, 'id'>, now: string): Insertable<LevelTableTable> {
  return {
    instrument: table.instrument,
    generation: table.generation,
    skillArea: table.skillArea,
    effectiveFrom: table.effectiveFrom,
    effectiveTo: table.effectiveTo,
    minimumHours: table.minimumHours,
    recommendedHoursFrom: table.recommendedHours?.from ?? null,
    recommendedHoursTo: table.recommendedHours?.to ?? null,
    lowestScore: table.possibleScores.min,
    highestScore: table.possibleScores.max,
    sameFormDays: table.sameFormDays,
    levels: table.levels === null ? null : JSON.stringify(table.levels),
    forms: JSON.stringify(table.forms),
    source: table.source,
    updatedAt: now,
  }
}

/** Every score table of the program, instruments in use first, then by name. */
export async function allLevelTables(db: Pick<Reader, 'selectFrom'>): Promise<LevelTableRecord[]> {
  const rows = await db.selectFrom('levelTables').selectAll().orderBy('id').execute()
  return rows.map(levelTableOf)
}
