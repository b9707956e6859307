import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { WorkListRows } from '../../../shared/contract/workLists.ts'
import type { WorkListId } from '../../../shared/rules/workLists.ts'
import { api } from '../../api.ts'

/** As many as fit a morning. */
const shownAtFirst = 12
const shownMore = 100
/** Nobody reads on; the export holds them all. */
const shownAtMost = 2000

/** The most urgent rows of one list, and more of them when asked. */
export function useWorkList<List extends WorkListId>(list: List, of: WorkOf) {
  const [limit, setLimit] = useState(shownAtFirst)
  const { data, error, refetch } = useQuery({
    ...api.today.workList.queryOptions({ input: { list, of, limit } }),
    placeholderData: keepPreviousData,
  })
  const rest = (data?.total ?? 0) - (data?.rows.length ?? 0)
  return {
    error,
    refetch,
    total: data?.total,
    // The answer is of the list that was asked for, which the compiler can't follow through the type parameter.
    rows: data?.rows as readonly WorkListRows[List][] | undefined,
    /** How many rows the next press shows; 0: all are shown. */
    next: limit >= shownAtMost ? 0 : Math.min(rest, shownMore),
    rest,
    showMore: () => setLimit(Math.min(shownAtMost, (limit === shownAtFirst ? 0 : limit) + shownMore)),
  }
}
