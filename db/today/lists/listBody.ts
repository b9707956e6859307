import type { WorkListId } from '../../../shared/rules/workLists.ts'
import type { WorkListRows } from '../../../shared/contract/workLists.ts'
import type { Work } from '../reach.ts'
import type { activeLearners } from './activeLearners.ts'

/** How one list is read: finding is quick and whole, showing is for the rows that somebody looks at. */
export interface ListBody<Row> {
  count(work: Work): Promise<number>
  window(work: Work, offset: number, limit: number): Promise<{ total: number; rows: Row[] }>
}

export type ListBodies = { readonly [List in WorkListId]: ListBody<WorkListRows[List]> }

/**
 * A list from its two steps: `find` gives every entry with no more than its place in the list needs, the most
 * urgent first; `show` adds what is read on the page.
 */
export function listBody<Found, Row>(
  find: (work: Work) => Promise<readonly Found[]>,
  show: (work: Work, some: readonly Found[]) => Promise<Row[]>,
): ListBody<Row> {
  return {
    count: async (work) => (await find(work)).length,
    async window(work, offset, limit) {
      const found = await find(work)
      return { total: found.length, rows: await show(work, found.slice(offset, offset + limit)) }
    },
  }
}

/** How many learners a statement finds, counted in the file. */
export async function countRows(found: ReturnType<typeof activeLearners>): Promise<number> {
  const { count } = await found
    .select((row) => row.fn.count<number>('learners.id').as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
