import { setImmediate } from 'node:timers/promises'
import type { Progress } from '../../shared/contract/useCase.ts'
import { Failure } from '../failure.ts'
import type { LongWork } from './call.ts'
import { typedFailure } from './typedFailure.ts'

type Ending<Result> = { type: 'result'; result: Result }

/**
 * Runs `work` and passes on how far it is: only the newest progress, as fast as the receiver takes it,
 * then the result. When the receiver goes away the work is told to stop and its rollback is awaited.
 */
export async function* withProgress<Result>(
  signal: AbortSignal | undefined,
  work: (tools: LongWork) => Promise<Result>,
): AsyncGenerator<Progress | Ending<Result>> {
  const stop = new AbortController()
  const onAbort = () => stop.abort()
  if (signal?.aborted) stop.abort()
  signal?.addEventListener('abort', onAbort)

  let newest: Progress | null = null
  let wake = () => {}
  const progress = async (stage: string, done: number, total: number | null) => {
    newest = { type: 'progress', stage, done, total }
    wake()
    await setImmediate()
    if (stop.signal.aborted) throw new Failure('cancelled', 'cancelled')
  }

  const working = work({ progress, signal: stop.signal })
  let finished = false
  void working
    .catch(() => {})
    .finally(() => {
      finished = true
      wake()
    })

  try {
    while (!finished) {
      if (newest) {
        const event: Progress = newest
        newest = null
        yield event
      } else {
        await new Promise<void>((resolve) => (wake = resolve))
      }
    }
    yield { type: 'result', result: await working }
  } catch (error) {
    throw typedFailure(error)
  } finally {
    signal?.removeEventListener('abort', onAbort)
    stop.abort()
    await working.catch(() => {})
  }
}
