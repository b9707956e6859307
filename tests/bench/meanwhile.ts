import { timed } from './figures.ts'

const pause = 20

/**
 * How long `work` takes in milliseconds, and the longest that another call had to wait for its answer meanwhile:
 * one is made every few milliseconds, and its time counts from when it was due, for nothing runs while the work
 * holds the thread.
 */
export async function meanwhile<Result>(
  work: () => Promise<Result>,
  otherCall: () => Promise<unknown>,
): Promise<{ milliseconds: number; result: Result; slowest: number }> {
  let working = true
  let slowest = 0
  const others = (async () => {
    while (working) {
      const due = performance.now() + pause
      await new Promise((later) => setTimeout(later, pause))
      await otherCall()
      slowest = Math.max(slowest, performance.now() - due)
    }
  })()
  try {
    const [milliseconds, result] = await timed(work)
    return { milliseconds, result, slowest }
  } finally {
    working = false
    await others
  }
}
