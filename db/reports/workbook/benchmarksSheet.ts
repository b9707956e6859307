import type { BenchmarkComparison } from '../../../shared/contract/reports.ts'
import { percentagePointsAgainst, wilsonInterval, type Rate } from '../../../shared/rules/rates.ts'
import type { CellContent, TableSheet } from '../../workbooks/workbookContent.ts'
import { countsOfRate } from '../benchmarkComparisons.ts'
import { liveTable, type CellAt, type LiveColumn } from './liveTable.ts'
import { shareOf, type ReportCells } from './reportCells.ts'
import type { ReportWords } from './reportWords.ts'

/** A comparison with the formulas of the program's own counts, and the words for the part. */
export interface ComparedRow {
  readonly comparison: BenchmarkComparison
  readonly partName: string | null
  readonly numerator: string
  readonly denominator: string
}

/** The normal quantile of 97.5 %, as in `shared/rules/rates.ts`. */
const z = '1.959963984540054'

/** The end of a 95 % Wilson interval over two cells: the lower with a minus, the upper with a plus. */
function wilsonFormula(x: string, n: string, end: '-' | '+', noneDue: string): string {
  const spread = `${z}*SQRT(${x}/${n}*(1-${x}/${n})/${n}+${z}*${z}/(4*${n}*${n}))`
  const value = `(${x}/${n}+${z}*${z}/(2*${n})${end}${spread})/(1+${z}*${z}/${n})`
  const kept = end === '-' ? `IF(${x}=0,0,MAX(0,${value}))` : `IF(${x}=${n},1,MIN(1,${value}))`
  return `IF(${n}=0,"${noneDue}",${kept})`
}

/** Each benchmark beside the program's own rate: both rates, their intervals, and the points between them. */
export function benchmarksSheet(
  rows: readonly ComparedRow[],
  { t, local }: ReportWords,
  cells: ReportCells,
): TableSheet {
  const noneDue = t('reports.marks.noneDue')
  const live = (formula: string, result: string | number): CellContent =>
    cells.isLive ? { formula, result } : result
  const text = (id: string, width: number, cell: (row: ComparedRow) => CellContent, wraps = true) => ({
    id,
    heading: t(`reports.columns.${id}`),
    kind: 'text' as const,
    width,
    wraps,
    cell,
  })
  const number = (
    id: string,
    kind: 'number' | 'rate' | 'bound' | 'points',
    cell: (row: ComparedRow, at: CellAt) => CellContent,
  ): LiveColumn<ComparedRow> => ({
    id,
    heading: t(`reports.columns.${id}`),
    kind,
    width: kind === 'points' ? 15 : 11,
    cell,
  })
  const interval = (rate: Rate | null, end: 'low' | 'high') => {
    const found = rate && wilsonInterval(rate)
    return found ? found[end] : null
  }
  const ends = (prefix: 'benchmark' | 'own', rateOf: (row: ComparedRow) => Rate | null) =>
    (['low', 'high'] as const).map((end) =>
      number(`${prefix}${end === 'low' ? 'Low' : 'High'}`, 'bound', (row, at) => {
        const rate = rateOf(row)
        if (rate === null) return null
        const formula = wilsonFormula(
          at(`${prefix}Count`),
          at(`${prefix}Of`),
          end === 'low' ? '-' : '+',
          noneDue,
        )
        return live(formula, interval(rate, end) ?? noneDue)
      }),
    )
  const benchmarkCounts = ({ comparison }: ComparedRow) => comparison.benchmarkCounts
  const ownCounts = ({ comparison }: ComparedRow) => countsOfRate(comparison.own)
  const hasTracks = new Set(rows.map(({ comparison }) => comparison.trackId)).size > 1
  const columns: LiveColumn<ComparedRow>[] = [
    ...(hasTracks ? [text('track', 18, ({ comparison }) => local(comparison.trackName))] : []),
    text('measure', 26, ({ comparison, partName }) =>
      [t(`words.benchmarkMeasures.${comparison.measure}`), ...(partName === null ? [] : [partName])].join(
        ': ',
      ),
    ),
    text(
      'benchmark',
      24,
      ({ comparison: { kind, label } }) => `${t(`words.benchmarkKinds.${kind}`)}: ${label}`,
    ),
    text('source', 26, ({ comparison }) => comparison.source),
    {
      ...text('validOn', 12, ({ comparison }) => comparison.validOn),
      kind: 'date',
    },
    number('benchmarkCount', 'number', (row) => benchmarkCounts(row)?.numerator ?? null),
    number('benchmarkOf', 'number', (row) => benchmarkCounts(row)?.denominator ?? null),
    number('benchmarkRate', 'rate', (row, at) => {
      const counts = benchmarkCounts(row)
      if (counts === null) return row.comparison.benchmarkPercent / 100
      return live(`${at('benchmarkCount')}/${at('benchmarkOf')}`, counts.numerator / counts.denominator)
    }),
    ...ends('benchmark', benchmarkCounts),
    number('ownCount', 'number', (row) => cells.count(row.numerator, row.comparison.own.numerator)),
    number('ownOf', 'number', (row) => cells.count(row.denominator, row.comparison.own.denominator)),
    number('ownRate', 'rate', (row, at) => cells.rate(at('ownCount'), at('ownOf'), row.comparison.own)),
    ...ends('own', ownCounts),
    number('points', 'points', (row, at) => {
      const { own, pointsDifference } = row.comparison
      const share = shareOf(own)
      if (own.state === 'hidden') return t('reports.marks.hidden')
      const formula = `IF(ISNUMBER(${at('ownRate')}),(${at('ownRate')}-${at('benchmarkRate')})*100,"${noneDue}")`
      const counts = benchmarkCounts(row)
      const exact =
        counts && share !== null
          ? percentagePointsAgainst({ numerator: own.numerator!, denominator: own.denominator! }, counts)
          : share !== null
            ? (share - row.comparison.benchmarkPercent / 100) * 100
            : null
      return live(formula, exact ?? pointsDifference ?? noneDue)
    }),
  ]
  return {
    kind: 'table',
    name: t('reports.sheets.benchmarks'),
    ...liveTable({ tableName: 'Benchmarks', columns, rows }),
  }
}
