import type { LevelTableRecord } from '../../shared/contract/instruments.ts'
import { notFound } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { levelTableOf } from './levelTableRows.ts'

/** One score table; throws `notFound`. */
export async function tableById(db: Writer, id: number): Promise<LevelTableRecord> {
  const row = await db.selectFrom('levelTables').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('scoreTable')
  return levelTableOf(row)
}
