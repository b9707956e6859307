import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { Printed } from '../../shared/contract/audit.ts'
import type { CommandCall } from '../calls/call.ts'
import { reportPopulation } from '../reports/population.ts'
import { filtersInWords } from '../reports/workbook/reportHead.ts'
import { reportWords } from '../reports/workbook/reportWords.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import { translator } from '../texts/translator.ts'
import { listOnPaper } from '../today/listOnPaper.ts'
import { recordDisclosure, type HandedOut } from './recordDisclosure.ts'

type Call = CommandCall<{ printed: Printed; disclosure: Disclosure }>

/** What was on the printed page; throws `notFound` when there is no such result. */
async function pageOf(call: Call): Promise<Omit<HandedOut, 'format' | 'disclosure'>> {
  const { db, input, caller, sight, today } = call
  const { printed } = input
  if (printed.content === 'screeningResult') {
    const { screeningId, learnerId } = printed
    const result = await db
      .selectFrom('screeningResults')
      .select('learnerId')
      .where('screeningId', '=', screeningId)
      .where('learnerId', '=', learnerId)
      .where(learnerInSight(sight, 'learnerId'))
      .executeTakeFirst()
    if (!result) throw outOfSight(sight, 'screening')
    return { content: 'screeningResult', filters: [], rowCount: 1, learnerIds: [learnerId] }
  }
  if (printed.content === 'workList') {
    const t = translator(printed.language)
    const { of, cells, learnerIds } = await listOnPaper({ ...call, input: printed })
    const name = t(`workLists.names.${printed.list}`)
    const filters = [t('workLists.list', { name }), ...of]
    return { content: 'workList', filters, rowCount: cells.length, learnerIds }
  }
  const t = translator(caller.language)
  const words = reportWords(caller.language, t)
  const { scope, counted } = await reportPopulation(db, printed.filters, today, sight)
  const said = filtersInWords(scope, { cohorts: printed.filters.cohortIds !== null }, words)
  return {
    content: printed.content,
    filters: [t(`reports.audiences.${scope.audience}`), words.day(scope.asOf), ...said],
    rowCount: counted.length,
    // The printed report shows figures; names stand in panels that are not printed.
    learnerIds: [],
  }
}

/** Keeps that a page was printed. */
export async function notePrint(call: Call): Promise<void> {
  const { db, now, caller, input, audit } = call
  const page = await pageOf(call)
  const handedOut = { ...page, format: 'print' as const, disclosure: input.disclosure }
  audit(await recordDisclosure(db, { method: 'audit.notePrint', at: now, caller }, handedOut))
}
