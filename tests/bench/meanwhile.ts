import { timed } from './figures.ts'

const pause = 20

/** How long `work` takes in milliseconds, and the slowest of the other calls made one after another meanwhile. */
export async function meanwhile<Result>(
  work: () => Promise<Result>,
  otherCall: () => Promise<unknown>,
): Promise<{ milliseconds: number; result: Result; slowest: number }> {
  let working = true
  let slowest = 0
  const others = (async () => {
    while (working) {
      const [time] = await timed(otherCall)
      slowest = Math.max(slowest, time)
      await new Promise((later) => setTimeout(later, pause))
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
