import type { BenchmarkComparison, CertificationLine, ShownRate } from '../../shared/contract/reports.ts'
import {
  benchmarkShare,
  percentagePointsAgainst,
  roundHalfUp,
  wilsonInterval,
  type Rate,
} from '../../shared/rules/rates.ts'
import type { Reads } from '../cohorts/cohortRecords.ts'
import { hiddenRate } from './shownRates.ts'

const percent = (share: number) => roundHalfUp(share * 100, 1)

function intervalOf(rate: Rate) {
  const interval = wilsonInterval(rate)
  return interval && { low: percent(interval.low), high: percent(interval.high) }
}

/** The program's own rate that a benchmark of this measure stands beside. */
function ownRate(line: CertificationLine, measure: string, partKey: string | null): ShownRate | null {
  if (measure === 'firstTimePassRate') return line.firstTime
  if (measure === 'certifiedOfTested') return line.certifiedOfTested
  if (measure === 'certifiedOfCompleters') return line.certifiedOfCompleters
  if (measure !== 'firstTimePassRateOfPart') return null
  return line.parts.find(({ part }) => part === partKey)?.firstTime ?? null
}

const countsOf = (rate: ShownRate): Rate | null =>
  rate.numerator === null || rate.denominator === null
    ? null
    : { numerator: rate.numerator, denominator: rate.denominator }

/** The certification benchmarks of a track beside its total, in percentage points, newest first. */
export async function compareWithBenchmarks(
  db: Reads,
  trackId: number,
  total: CertificationLine,
): Promise<BenchmarkComparison[]> {
  const rows = await db
    .selectFrom('benchmarks')
    .selectAll()
    .where('trackId', '=', trackId)
    .where('measure', '!=', 'completionRate')
    .orderBy('validOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const counts =
      row.numerator === null || row.denominator === null
        ? null
        : { numerator: row.numerator, denominator: row.denominator }
    const benchmark = counts ?? { share: (row.ratePercent ?? 0) / 100 }
    const share = benchmarkShare(benchmark)
    if (share === null) return []
    const own = ownRate(total, row.measure, row.partKey) ?? hiddenRate
    const ownCounts = countsOf(own)
    const points = ownCounts && percentagePointsAgainst(ownCounts, benchmark)
    return [
      {
        label: row.label,
        kind: row.kind,
        measure: row.measure,
        partKey: row.partKey,
        source: row.source,
        validOn: row.validOn,
        benchmarkPercent: percent(share),
        benchmarkInterval: counts && intervalOf(counts),
        own,
        ownInterval: ownCounts && intervalOf(ownCounts),
        pointsDifference: points === null ? null : roundHalfUp(points, 1),
      },
    ]
  })
}
