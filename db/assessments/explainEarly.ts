import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { postTestTiming } from '../../shared/rules/postTestTiming.ts'
import { conflict } from '../failure.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { assessmentOf, factOf } from './assessmentRows.ts'
import { hoursForTestsFrom } from './hoursForEntry.ts'
import { requireAssessment } from './requireAssessment.ts'
import type { ChangedAssessment } from './voidAssessment.ts'

/** Notes why a recorded test came before its hours; refused where it did not, or where it does not count. */
export async function explainEarly(
  db: Writer,
  id: number,
  earlyReason: string,
  sight: Sight,
): Promise<ChangedAssessment> {
  const before = await requireAssessment(db, id, sight)
  const { learnerId, testedOn } = before
  const tests = await db.selectFrom('assessments').selectAll().where('learnerId', '=', learnerId).execute()
  const test = factOf(tests.find((one) => one.id === id)!)
  const others = tests.filter((one) => one.id !== id).map(factOf)
  const tables = prepareLevelTables(await allLevelTables(db))
  const hours = await hoursForTestsFrom(db, [learnerId], testedOn)
  const table = tables.tableFor(test.instrument, test.skillArea, testedOn)
  const { state } = postTestTiming(test, table, others, hours.get(learnerId) ?? [], tables)
  if (state === 'fits') throw conflict('assessments.notEarly')
  const saved = await db
    .updateTable('assessments')
    .set({ earlyReason })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return { before, after: assessmentOf(saved) }
}
