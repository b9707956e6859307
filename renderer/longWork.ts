import type { Progress } from '../shared/contract/useCase.ts'

type LongWorkEvent<Result> = Progress | { type: 'result'; result: Result }

/** A long use case as the page calls it. */
export type LongWork<Input, Result> = (
  input: Input,
  options: { signal: AbortSignal },
) => Promise<AsyncIterable<LongWorkEvent<Result>>>

/** The result at the end of a long use case; `onProgress` is told how far it is until then. */
export async function resultOfLongWork<Result>(
  events: AsyncIterable<LongWorkEvent<Result>>,
  onProgress: (progress: Progress) => void,
): Promise<Result> {
  for await (const event of events) {
    if (event.type === 'result') return event.result
    onProgress(event)
  }
  throw new Error('the work ended without a result')
}
