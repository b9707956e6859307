import { contract } from '../../shared/contract/index.ts'
import { relevelAssessments } from '../assessments/relevelAssessments.ts'
import { command, query } from '../calls/useCase.ts'
import { invalidFields } from '../failure.ts'
import { allLevelTables, levelTableOf, levelTableRow } from './levelTableRows.ts'
import { levelTableProblems } from './levelTableProblems.ts'
import { refuseRenamingWithScores } from './refuseRenaming.ts'
import { tableById } from './tableById.ts'

export const instruments = {
  list: query(contract.instruments.list, async ({ db }) => allLevelTables(db)),

  saveTable: command(contract.instruments.saveTable, async ({ input, db, now, audit }) => {
    const { id, ...table } = input
    const before = id === null ? null : await tableById(db, id)
    const others = (await allLevelTables(db)).filter((other) => other.id !== id)
    const problems = levelTableProblems(table, others)
    if (problems.length > 0) throw invalidFields(problems)
    if (before) await refuseRenamingWithScores(db, before, table)
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
    const relevelled = await relevelAssessments(db, after.instrument, after.skillArea)
    return { table: after, relevelled }
  }),
}
