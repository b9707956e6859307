import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Progress } from '../shared/contract/useCase.ts'
import type { Topic } from '../shared/contract/topics.ts'
import { failureFrom } from './api.ts'
import { resultOfLongWork, type LongWork } from './longWork.ts'
import { announceTopics } from './queryClient.ts'
import { runThen } from './runThen.ts'
import { useFailureText } from './useFailureText.ts'

/**
 * Runs a long use case: `progress` says how far it is, `cancel` stops it and rolls it back. `changes`
 * names the topics to refetch afterwards (none for a long query).
 */
export function useJob<Input, Result>(job: LongWork<Input, Result>, changes: readonly Topic[] = []) {
  const shown = useFailureText()
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const stop = useRef<AbortController | null>(null)

  const mutation = useMutation<Result, Error, Input>({
    mutationFn: async (input) => {
      const controller = new AbortController()
      stop.current = controller
      setProgress(null)
      return resultOfLongWork(await job(input, { signal: controller.signal }), setProgress)
    },
    onSuccess: () => announceTopics(queryClient, changes),
    onSettled: () => setProgress(null),
  })

  const runAsync = mutation.mutateAsync as (input: Input) => Promise<Result>
  const wasCancelled = mutation.error !== null && (stop.current?.signal.aborted ?? false)
  return {
    run: runThen(runAsync),
    runAsync,
    result: mutation.data,
    isRunning: mutation.isPending,
    progress,
    wasCancelled,
    failure: mutation.error && !wasCancelled ? shown(failureFrom(mutation.error)) : null,
    cancel: () => stop.current?.abort(),
    reset: mutation.reset,
  }
}
