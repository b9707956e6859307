import { setImmediate } from 'node:timers/promises'
import type { Progress } from '../../shared/contract/useCase.ts'
import type { Core } from '../core.ts'
import { Failure } from '../failure.ts'
import type { LongWork } from './call.ts'
import { typedFailure } from './typedFailure.ts'

type Ending<Result> = { type: 'result'; result: Result }

/**
 * Runs `work` and passes on how far it is: only the newest progress, as fast as the receiver takes it,
 * then the result. When the receiver goes away, or the program locks, the work is told to stop and its rollback
 * is awaited. Work that goes on counts as somebody working.
 */
export async function* withProgress<Result>(
  core: Core,
  signal: AbortSignal | undefined,
  work: (tools: LongWork) => Promise<Result>,
): AsyncGenerator<Progress | Ending<Result>> {
  const stop = new AbortController()
  const onAbort = () => stop.abort()
  const reasons = signal ? [signal, core.runningCalls.stopped] : [core.runningCalls.stopped]
  if (signal?.aborted) stop.abort()
  for (const reason of reasons) reason.addEventListener('abort', onAbort)

  let newest: Progress | null = null
  let wake = () => {}
  const progress = async (stage: string, done: number, total: number | null) => {
    newest = { type: 'progress', stage, done, total }
    core.idleness.noteActivity()
    wake()
    await setImmediate()
    if (stop.signal.aborted) throw new Failure('cancelled', 'cancelled')
  }

  // In a function of its own, so that a body that throws before its first wait is refused like any other.
  const working = core.runningCalls.track((async () => work({ progress, signal: stop.signal }))())
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
    // Work that was told to stop may end in any way: a thread that was ended, a query on a closed file.
    if (stop.signal.aborted) throw typedFailure(new Failure('cancelled', 'cancelled'))
    core.noteUnforeseen(error)
    throw typedFailure(error)
  } finally {
    for (const reason of reasons) reason.removeEventListener('abort', onAbort)
    stop.abort()
    await working.catch(() => {})
  }
}
