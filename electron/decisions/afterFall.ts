/** What to do after the core or the page's process ended by itself. */
export type AfterFall = { do: 'restart'; afterMs: number } | { do: 'ask' }

/** Falls further back than this, in milliseconds, are forgotten. */
const remembered = 60_000

/** How long to wait before each restart; the first is at once, because most falls are the only one. */
const waits = [0, 500, 2_000, 5_000]

/**
 * Decides after a fall at `now`, given the times of the `earlier` ones (milliseconds, any fixed start):
 * restart, each time within a minute a little later; after the fifth, ask the person instead of trying
 * for ever.
 */
export function afterFall(now: number, earlier: readonly number[]): AfterFall {
  const recent = earlier.filter((time) => now - time < remembered).length
  const afterMs = waits[recent]
  return afterMs === undefined ? { do: 'ask' } : { do: 'restart', afterMs }
}
