import { setImmediate } from 'node:timers/promises'
import type { WorkListRows } from '../../shared/contract/workLists.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import { absences } from './lists/absences.ts'
import { exams, outcomes } from './lists/cohortWork.ts'
import { exitNear } from './lists/exitNear.ts'
import type { ListBodies } from './lists/listBody.ts'
import { neverTested } from './lists/neverTested.ts'
import { postTests } from './lists/postTests.ts'
import { lookAgain, screeningAsked } from './lists/screeningAsked.ts'
import type { Work } from './reach.ts'

/** Every work list, by its name. */
export const listBodies: ListBodies = {
  postTests,
  neverTested,
  absences,
  exitNear,
  screeningAsked,
  lookAgain,
  exams,
  outcomes,
}

/** How many rows each of these lists has, in their order. Other calls run between two lists. */
export async function countLists(work: Work, lists: readonly WorkListId[]) {
  const counts: { list: WorkListId; count: number }[] = []
  for (const list of lists) {
    counts.push({ list, count: await listBodies[list].count(work) })
    await setImmediate()
  }
  return counts
}

type Windows = { [List in WorkListId]: { list: List; total: number; rows: WorkListRows[List][] } }

/** A window of one list, with the list's name before it. */
export async function windowOf<List extends WorkListId>(
  work: Work,
  list: List,
  offset: number,
  limit: number,
): Promise<Windows[List]> {
  const body: ListBodies[List] = listBodies[list]
  // The name and the rows are of one list, which the compiler can't follow through the type parameter.
  return { list, ...(await body.window(work, offset, limit)) } as Windows[List]
}
