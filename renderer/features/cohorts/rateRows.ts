import type { Benchmark as RecordedBenchmark } from '../../../shared/contract/benchmarks.ts'
import type { CertificationCountsWithNames } from '../../../shared/contract/cohortValues.ts'
import { figureOf, measuredRate } from '../../../shared/rules/benchmarkMeasures.ts'
import type { CompletionCounts } from '../../../shared/rules/completion.ts'
import { percentagePointsAgainst, type Benchmark, type Rate } from '../../../shared/rules/rates.ts'
import type { BenchmarkMeasure, LocalText } from '../../../shared/values/vocabulary.ts'

/** One rate of a group: which, of which exam part, and its counts. */
export interface RateRow {
  readonly id: string
  readonly measure: BenchmarkMeasure
  /** The exam part and its name, for the first-time pass rate of one part. */
  readonly part: { readonly key: string; readonly name: LocalText } | null
  readonly rate: Rate
  /** The figures recorded for the same measure, each with how far the group lies above or below it. */
  readonly against: readonly {
    readonly recorded: RecordedBenchmark
    readonly figure: Benchmark
    readonly points: number | null
  }[]
}

/** What a group achieved, with the names of the exam parts. */
export interface NamedCounts {
  readonly completion: CompletionCounts
  readonly certification: CertificationCountsWithNames | null
}

/** The measures that a group has, in the order in which they are read. */
export function measuresOf(counts: NamedCounts): Pick<RateRow, 'measure' | 'part'>[] {
  const parts = (counts.certification?.parts ?? []).map(({ part, name }) => ({ key: part, name }))
  if (counts.certification === null) return [{ measure: 'completionRate', part: null }]
  return [
    { measure: 'completionRate', part: null },
    ...parts.map((part) => ({ measure: 'firstTimePassRateOfPart' as const, part })),
    ...(parts.length > 1 ? [{ measure: 'firstTimePassRate' as const, part: null }] : []),
    { measure: 'certifiedOfTested', part: null },
    { measure: 'certifiedOfCompleters', part: null },
  ]
}

/** Every rate of a group beside the figures recorded for it. */
export function rateRows(counts: NamedCounts, benchmarks: readonly RecordedBenchmark[]): RateRow[] {
  return measuresOf(counts).flatMap(({ measure, part }) => {
    const rate = measuredRate(measure, part?.key ?? null, counts)
    if (rate === null) return []
    const against = benchmarks
      .filter((recorded) => recorded.measure === measure && recorded.partKey === (part?.key ?? null))
      .map((recorded) => {
        const figure = figureOf(recorded)
        return { recorded, figure, points: percentagePointsAgainst(rate, figure) }
      })
    return [{ id: `${measure} ${part?.key ?? ''}`, measure, part, rate, against }]
  })
}
