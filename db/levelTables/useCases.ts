import { contract } from '../../shared/contract/index.ts'
import type { LevelTableRecord } from '../../shared/contract/instruments.ts'
import { relevelAssessments } from '../assessments/relevelAssessments.ts'
import { command, query } from '../calls/useCase.ts'
import { invalidFields, notFound } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { allLevelTables, levelTableOf, levelTableRow } from './levelTableRows.ts'
import { levelTableProblems } from './levelTableProblems.ts'

async function tableById(db: Writer, id: number): Promise<LevelTableRecord> {
  const row = await db.selectFrom('levelTables').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('levelTable')
  return levelTableOf(row)
}

export const instruments = {
  list: query(contract.instruments.list, async ({ db }) => allLevelTables(db)),

  saveTable: command(contract.instruments.saveTable, async ({ input, db, now, audit }) => {
    const { id, ...table } = input
    const problems = levelTableProblems(
      table,
      (await allLevelTables(db)).filter((other) => other.id !== id),
    )
    if (problems.length > 0) throw invalidFields(problems)
    const before = id === null ? null : await tableById(db, id)
    const row = levelTableRow(table, now)
    const saved =
      id === null
        ? await db.insertInto('levelTables').values(row).returningAll().executeTakeFirstOrThrow()
        : await db
            .updateTable('levelTables')
            .set(row)
            .where('id', '=', id)
            .returningAll()
            .executeTakeFirstOrThrow()
    const after = levelTableOf(saved)
    audit({ subject: 'levelTable', subjectId: after.id, before, after })
    const touched = [after, ...(before ? [before] : [])]
    for (const { instrument, skillArea } of touched) await relevelAssessments(db, instrument, skillArea)
    return after
  }),
}
