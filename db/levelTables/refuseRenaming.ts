import type { LevelTableRecord } from '../../shared/contract/instruments.ts'
import { invalidFields } from '../failure.ts'
import type { Writer } from '../schema.ts'

type Named = Pick<LevelTableRecord, 'instrument' | 'skillArea'>

/**
 * A table's scores know it by instrument and skill: under another name they would all lose their level.
 * So a table keeps both once a score has been recorded.
 */
export async function refuseRenamingWithScores(db: Writer, before: Named, after: Named): Promise<void> {
  if (before.instrument === after.instrument && before.skillArea === after.skillArea) return
  const score = await db
    .selectFrom('assessments')
    .select('id')
    .where('instrument', '=', before.instrument)
    .where('skillArea', '=', before.skillArea)
    .executeTakeFirst()
  if (!score) return
  const path = before.instrument === after.instrument ? 'skillArea' : 'instrument'
  throw invalidFields([{ path, code: 'instruments.hasScores', values: {} }])
}
