import { contract } from '../../shared/contract/index.ts'
import { workListsOf } from '../../shared/rules/workLists.ts'
import { longQuery, query } from '../calls/useCase.ts'
import { exportWorkList } from './exportWorkList.ts'
import { listOnPaper } from './listOnPaper.ts'
import { overview } from './overview.ts'
import { workAskedFor } from './reach.ts'
import { countLists, windowOf } from './workLists.ts'

export const today = {
  overview: query(contract.today.overview, async ({ db, today, sight }) => overview(db, today, sight)),

  counts: query(contract.today.counts, async (call) => {
    const work = await workAskedFor(call, call.input.of)
    return { lists: await countLists(work, workListsOf(call.caller.roles)) }
  }),

  workList: query(contract.today.workList, async (call) => {
    const { list, of, offset, limit } = call.input
    return windowOf(await workAskedFor(call, of), list, offset, limit)
  }),

  listOnPaper: query(contract.today.listOnPaper, async (call) => {
    const { columns, cells, of } = await listOnPaper(call)
    return { of, columns: columns.map(({ heading, kind }) => ({ heading, kind })), rows: cells }
  }),

  exportList: longQuery(contract.today.exportList, exportWorkList),
}
