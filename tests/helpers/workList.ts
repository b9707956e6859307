import type { WorkOf } from '../../shared/contract/today.ts'
import type { WorkListRows } from '../../shared/contract/workLists.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import type { signedInCore } from './testCore.ts'

type Api = Pick<Awaited<ReturnType<typeof signedInCore>>['api'], 'today'>

/** Every row of one work list; fails when it says another total. */
export async function workListRows<List extends WorkListId>(
  api: Api,
  list: List,
  of: WorkOf = 'everybody',
): Promise<WorkListRows[List][]> {
  const answer = await api.today.workList({ list, of, limit: 2000 })
  if (answer.list !== list || answer.total !== answer.rows.length)
    throw new Error(`${list} gives ${answer.rows.length} rows of ${answer.list} and says ${answer.total}`)
  return answer.rows as WorkListRows[List][]
}
