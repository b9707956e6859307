import {
  hashKey,
  useQueries,
  useQueryClient,
  type QueryFunction,
  type QueryKey,
  type SkipToken,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Rows are asked for in windows of this many. */
export const windowSize = 100

/** What the core answers for one window. */
export interface RowWindow<Row> {
  /** The rows from the offset on. */
  readonly rows: readonly Row[]
  /** How many rows match in all. */
  readonly total: number
}

/** The rows of a long list as far as they are here; what `WindowedTable` shows. */
export interface WindowedRows<Row> {
  /** How many rows match; undefined until the first answer. */
  readonly total: number | undefined
  /** The row at a place, or undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  /** Called by the table with the places in sight, so that their windows are loaded. */
  readonly onNeed: (first: number, last: number) => void
  /** Changes with filters and order; the table then starts at its top again. */
  readonly listKey: string
  /** True while the rows shown belong to the filters before. */
  readonly isStale: boolean
  /** What went wrong with a window in sight. */
  readonly error: unknown
  /** Loads the failed windows again. */
  readonly retry: () => void
}

/** The options of one window's query, as `api.….queryOptions({ input })` gives them. */
interface WindowQuery<Row> {
  readonly queryKey: QueryKey
  readonly queryFn?: QueryFunction<RowWindow<Row>, never> | SkipToken | undefined
}

/**
 * Loads a long list in windows as it is scrolled. Windows stay in the query cache, are refetched when the topics
 * they read change, and the rows of the former filters stay in sight until the new ones are here.
 *
 * @param windowQuery the query options for one window:
 *   `(offset, limit) => api.learners.list.queryOptions({ input: { ...filters, offset, limit } })`
 */
export function useWindowedRows<Row>(
  windowQuery: (offset: number, limit: number) => WindowQuery<Row>,
): WindowedRows<Row> {
  const client = useQueryClient()
  const [range, setRange] = useState({ first: 0, last: 0 })
  const listKey = hashKey(windowQuery(0, windowSize).queryKey)
  const offsets: number[] = []
  for (let window = range.first; window <= range.last; window++) offsets.push(window * windowSize)
  const results = useQueries({
    queries: offsets.map((offset) => windowQuery(offset, windowSize) as { queryKey: QueryKey }),
  }) as readonly {
    data: RowWindow<Row> | undefined
    dataUpdatedAt: number
    error: unknown
    refetch: () => unknown
  }[]

  const newest = results
    .filter((result) => result.data !== undefined)
    .toSorted((one, other) => other.dataUpdatedAt - one.dataUpdatedAt)[0]
  const former = useRef<{ listKey: string; total: number; rowAt: (index: number) => Row | undefined }>(
    undefined,
  )
  const rowAt = (index: number): Row | undefined => {
    const offset = Math.floor(index / windowSize) * windowSize
    const window =
      results[offsets.indexOf(offset)]?.data ??
      client.getQueryData<RowWindow<Row>>(windowQuery(offset, windowSize).queryKey)
    return window?.rows[index - offset]
  }
  useEffect(() => {
    if (newest?.data) former.current = { listKey, total: newest.data.total, rowAt }
  })
  const onNeed = useCallback((first: number, last: number) => {
    const next = {
      first: Math.floor(first / windowSize),
      last: Math.floor(Math.max(first, last) / windowSize),
    }
    setRange((current) => (current.first === next.first && current.last === next.last ? current : next))
  }, [])
  const failed = results.filter((result) => result.error)
  // Nothing in sight is here yet: a jump in the same list keeps its total, new filters keep the former rows.
  const kept = newest === undefined && failed.length === 0 ? former.current : undefined
  return {
    total: kept?.total ?? newest?.data?.total,
    rowAt: kept?.rowAt ?? rowAt,
    onNeed,
    listKey,
    isStale: kept !== undefined && kept.listKey !== listKey,
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach((result) => void result.refetch()),
  }
}
