/** A share of people, kept as its two counts. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
}

/** Under so many people a rate carries the words "small group". */
export const SMALL_GROUP = 10

/** The exact share from 0 to 1; null for none due (0 of 0). */
export function valueOf(rate: Rate): number | null {
  return rate.denominator === 0 ? null : rate.numerator / rate.denominator
}

/** True if nobody was due: never shown as 0 %. */
export function isNoneDue(rate: Rate): boolean {
  return rate.denominator === 0
}

/** True if the rate is over fewer than ten people (and over some). */
export function isSmallGroup(rate: Rate): boolean {
  return rate.denominator > 0 && rate.denominator < SMALL_GROUP
}

// Whole-number arithmetic: 0.5 of the last place must round up, and binary fractions cannot tell.
function scaled(rate: Rate, scale: number, add: number): number | null {
  if (rate.denominator === 0) return null
  const doubled = 2 * rate.numerator * scale
  return Math.floor((doubled + add * rate.denominator) / (2 * rate.denominator))
}

/** Percent with one decimal, half-up: 83.3. Null for none due. Both counts must be whole and not negative. */
export function percentOneDecimal(rate: Rate): number | null {
  const thousandths = scaled(rate, 1000, 1)
  return thousandths === null ? null : thousandths / 10
}

/** The share to four places, half-up (federal Table 11). Null for none due. */
export function fourPlacesHalfUp(rate: Rate): number | null {
  const places = scaled(rate, 10_000, 1)
  return places === null ? null : places / 10_000
}

/** The share to four places, cut off (federal Table 4). Null for none due. */
export function fourPlacesTruncated(rate: Rate): number | null {
  const places = scaled(rate, 10_000, 0)
  return places === null ? null : places / 10_000
}

/** Rounds half away from zero, as people do on paper; decimals from 0 to 6. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals
  // A nudge of a few units in the last place makes 1.005 round as it is written.
  const size = Math.floor(Math.abs(value) * scale * (1 + 4 * Number.EPSILON) + 0.5) / scale
  return size === 0 ? 0 : Math.sign(value) * size
}

/** Several groups taken together. */
export function addRates(rates: readonly Rate[]): Rate {
  return rates.reduce(
    (total, rate) => ({
      numerator: total.numerator + rate.numerator,
      denominator: total.denominator + rate.denominator,
    }),
    { numerator: 0, denominator: 0 },
  )
}

export interface Interval {
  readonly low: number
  readonly high: number
}

// The normal quantile of 97.5 %.
const z95 = 1.959963984540054

/** The 95 % Wilson interval of a share, from 0 to 1; null for none due. */
export function wilsonInterval(rate: Rate): Interval | null {
  const n = rate.denominator
  if (n === 0) return null
  const share = rate.numerator / n
  const z2 = z95 * z95
  const centre = share + z2 / (2 * n)
  const spread = z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const low = (centre - spread) / (1 + z2 / n)
  const high = (centre + spread) / (1 + z2 / n)
  return {
    low: rate.numerator === 0 ? 0 : Math.max(0, low),
    high: rate.numerator === n ? 1 : Math.min(1, high),
  }
}

/** What a rate is compared with: counts, or a share from 0 to 1 alone. */
export type Benchmark = Rate | { readonly share: number }

/** The share of a benchmark; null for none due. */
export function benchmarkShare(benchmark: Benchmark): number | null {
  return 'share' in benchmark ? benchmark.share : valueOf(benchmark)
}

/**
 * Percentage points above (positive) or below the benchmark, exact; null if either is none due.
 * Round with `roundHalfUp(…, 1)` to print.
 */
export function percentagePointsAgainst(rate: Rate, benchmark: Benchmark): number | null {
  const share = valueOf(rate)
  const other = benchmarkShare(benchmark)
  return share === null || other === null ? null : (share - other) * 100
}

/** "x of y, target z %": the counts, the target share from 0 to 1 and the points above or below it. */
export interface AgainstTarget extends Rate {
  readonly target: number
  readonly percentagePoints: number | null
}

/** A rate beside its target; the target is a share from 0 to 1. */
export function againstTarget(rate: Rate, target: number): AgainstTarget {
  return { ...rate, target, percentagePoints: percentagePointsAgainst(rate, { share: target }) }
}
