import { type BenchmarkMeasure } from '../values/vocabulary.ts'
import {
  certifiedOfCompleters,
  certifiedOfTested,
  firstTimeRate,
  firstTimeRateOfPart,
  type CertificationCounts,
} from './certificationCounts.ts'
import { completionRate, type CompletionCounts } from './completion.ts'
import { type Benchmark, type Rate } from './rates.ts'

/** What a group achieved, from which every measure follows. */
export interface GroupCounts {
  readonly completion: CompletionCounts
  /** Null for a group without a credential. */
  readonly certification: CertificationCounts | null
}

/** A group's own rate in the measure of a benchmark; null where the group has no such measure. */
export function measuredRate(
  measure: BenchmarkMeasure,
  partKey: string | null,
  { completion, certification }: GroupCounts,
): Rate | null {
  if (measure === 'completionRate') return completionRate(completion)
  if (certification === null) return null
  if (measure === 'firstTimePassRate') return firstTimeRate(certification)
  if (measure === 'certifiedOfTested') return certifiedOfTested(certification)
  if (measure === 'certifiedOfCompleters') return certifiedOfCompleters(certification)
  const part = certification.parts.find((counts) => counts.part === partKey)
  return part === undefined ? null : firstTimeRateOfPart(part)
}

/** A recorded figure as the rates compare it: counts where there are counts, else the share. */
export function figureOf(recorded: {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly ratePercent: number | null
}): Benchmark {
  const { numerator, denominator, ratePercent } = recorded
  if (numerator !== null && denominator !== null) return { numerator, denominator }
  return { share: (ratePercent ?? 0) / 100 }
}
