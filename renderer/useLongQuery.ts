import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import type { Progress } from '../shared/contract/useCase.ts'
import { resultOfLongWork, type LongWork } from './longWork.ts'

/** A long query of the contract, such as `api.duplicates.count`. */
interface LongQuery<Input, Result> {
  call: LongWork<Input, Result>
  queryKey(options: { input: Input }): QueryKey
}

/**
 * The answer of a long query, asked at once and again whenever a topic changes that it reads: the answer there is
 * stays meanwhile. Until the first one `progress` says how far it is, and `stop` ends it; it is stopped too when
 * nothing on screen waits for it.
 */
export function useLongQuery<Input, Result>(
  { call, queryKey }: LongQuery<Input, Result>,
  input: Input,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const key = queryKey({ input })
  const { data, error, refetch, isPending, isFetching } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      setProgress(null)
      return resultOfLongWork(await call(input, { signal }), setProgress)
    },
    enabled,
  })
  return {
    data,
    error,
    progress,
    isAsking: isFetching,
    /** Stopped by a person before there was an answer. */
    isStopped: enabled && isPending && !isFetching,
    stop: () => void queryClient.cancelQueries({ queryKey: key, exact: true }),
    ask: () => void refetch(),
  }
}
