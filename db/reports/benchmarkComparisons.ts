import type { BenchmarkFields } from '../../shared/contract/benchmarks.ts'
import type { Audience, BenchmarkComparison, ShownRate } from '../../shared/contract/reports.ts'
import { figureOf } from '../../shared/rules/benchmarkMeasures.ts'
import {
  benchmarkShare,
  percentagePointsAgainst,
  percentOneDecimal,
  roundHalfUp,
  valueOf,
  wilsonInterval,
  type Rate,
} from '../../shared/rules/rates.ts'
import { mayShowRate } from '../../shared/rules/suppression.ts'
import type { BenchmarkKind, BenchmarkMeasure, LocalText } from '../../shared/values/vocabulary.ts'
import type { Reads } from '../cohorts/cohortRecords.ts'

const percent = (share: number) => roundHalfUp(share * 100, 1)

function intervalOf(rate: Rate) {
  const interval = wilsonInterval(rate)
  return interval && { low: percent(interval.low), high: percent(interval.high) }
}

/** The counts of a rate that may be read; null where they are hidden. */
export const countsOfRate = ({ numerator, denominator }: ShownRate): Rate | null =>
  numerator === null || denominator === null ? null : { numerator, denominator }

export interface ComparedTrack {
  id: number
  name: LocalText
}

/** The program's own rate that a benchmark stands beside; undefined if the report has none for it. */
export type OwnRate = (
  benchmark: Pick<BenchmarkFields, 'measure' | 'partKey' | 'trackId'>,
) => ShownRate | undefined

function compared(recorded: Parameters<typeof figureOf>[0], own: ShownRate, audience: Audience) {
  const benchmark = figureOf(recorded)
  const counts = 'share' in benchmark ? null : benchmark
  const ownCounts = countsOfRate(own)
  const points = ownCounts && percentagePointsAgainst(ownCounts, benchmark)
  // The other group's small counts are no business of outsiders either.
  const shownCounts = counts !== null && (audience === 'identified' || mayShowRate(counts)) ? counts : null
  return {
    benchmarkPercent: (counts && percentOneDecimal(counts)) ?? percent(benchmarkShare(benchmark) ?? 0),
    benchmarkCounts: shownCounts,
    benchmarkInterval: shownCounts && intervalOf(shownCounts),
    own,
    ownInterval: ownCounts && valueOf(ownCounts) !== null ? intervalOf(ownCounts) : null,
    pointsDifference: points === null ? null : roundHalfUp(points, 1),
  }
}

/** The benchmarks of these tracks that have an own rate to stand beside, newest first. */
export async function compareWithBenchmarks(
  db: Reads,
  tracks: readonly ComparedTrack[],
  ownRate: OwnRate,
  audience: Audience,
): Promise<BenchmarkComparison[]> {
  if (tracks.length === 0) return []
  const trackNames = new Map(tracks.map(({ id, name }) => [id, name]))
  const rows = await db
    .selectFrom('benchmarks')
    .selectAll()
    .where('trackId', 'in', [...trackNames.keys()])
    .orderBy('validOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row): BenchmarkComparison[] => {
    const measure = row.measure as BenchmarkMeasure
    const own = ownRate({ measure, partKey: row.partKey, trackId: row.trackId })
    if (own === undefined) return []
    return [
      {
        trackId: row.trackId,
        trackName: trackNames.get(row.trackId)!,
        label: row.label,
        kind: row.kind as BenchmarkKind,
        measure,
        partKey: row.partKey,
        source: row.source,
        validOn: row.validOn,
        ...compared(row, own, audience),
      },
    ]
  })
}
