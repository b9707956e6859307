type LongAnswer<Result> = AsyncIterable<{ type: 'progress' } | { type: 'result'; result: Result }>

/** The result at the end of a long use case. */
export async function resultOf<Result>(stream: Promise<LongAnswer<Result>>): Promise<Result> {
  for await (const event of await stream) if (event.type === 'result') return event.result
  throw new Error('the work ended without a result')
}
