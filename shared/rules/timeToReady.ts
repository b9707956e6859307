/** A pre- and post-test on one instrument generation, with the hours between. */
export interface ScoreGrowth {
  /** Points on the instrument's scale, post-test less pre-test; may be negative. */
  readonly points: number
  /** Hours of instruction between the two tests, above zero. */
  readonly hours: number
}

/** Fewer pairs of tests say more about the few than about the next learner: nothing is shown. */
export const fewestPairs = 20

/** The hours that half of the program's learners would need; `to` is null where the slower quarter did not grow. */
export type TimeToReady =
  | { readonly state: 'ready' }
  | { readonly state: 'tooFewPairs'; readonly n: number }
  | { readonly state: 'range'; readonly n: number; readonly from: number; readonly to: number | null }
  | { readonly state: 'noGrowth'; readonly n: number }

/** The value below which the share lies, between neighbours by their distance (as Excel's PERCENTILE.INC). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

const upToTens = (hours: number) => Math.max(10, Math.round(hours / 10) * 10)

/**
 * The hours of instruction that a learner likely needs for so many points, from the program's own growth: the
 * middle half of its learners, quicker quarter to slower quarter, rounded to ten hours. A range, never a promise.
 */
export function timeToReady(pointsMissing: number, growth: readonly ScoreGrowth[]): TimeToReady {
  if (pointsMissing <= 0) return { state: 'ready' }
  const rates = growth
    .filter(({ hours }) => hours > 0)
    .map(({ points, hours }) => points / hours)
    .toSorted((one, other) => one - other)
  const n = rates.length
  if (n < fewestPairs) return { state: 'tooFewPairs', n }
  const quick = quantile(rates, 0.75)
  const slow = quantile(rates, 0.25)
  if (quick <= 0) return { state: 'noGrowth', n }
  return {
    state: 'range',
    n,
    from: upToTens(pointsMissing / quick),
    to: slow <= 0 ? null : upToTens(pointsMissing / slow),
  }
}
