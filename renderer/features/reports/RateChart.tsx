import { useTranslation } from 'react-i18next'
import type { BenchmarkComparison, ShownRate } from '../../../shared/contract/reports.ts'
import { valueOf, wilsonInterval } from '../../../shared/rules/rates.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import type { CohortNumber } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useReportText } from './useReportText.ts'

/** More bars than this are read better in the table. */
export const mostBars = 12

export interface ChartedRate {
  id: string
  label: string
  rate: ShownRate
  isFinal?: boolean | null
  isQuiet?: boolean
  /** What it is made of, to be opened from the table. */
  number: CohortNumber
}

interface RateChartProps {
  title: string
  rates: readonly ChartedRate[]
  /** Drawn across all bars. */
  benchmark: BenchmarkComparison | undefined
}

const exact = ({ numerator, denominator }: ShownRate) => ({
  numerator: numerator ?? 0,
  denominator: denominator ?? 0,
})

/** Rates as bars with their 95 % intervals beside a benchmark, and the same as a table. */
export function RateChart({ title, rates, benchmark }: RateChartProps) {
  const { t } = useTranslation('reports')
  const { percent, full, interval, marks } = useReportText()
  const shown = rates.slice(-mostBars)
  const bars = shown.map(({ id, label, rate, isFinal = true, isQuiet = false }) => {
    const ends = rate.state === 'shown' ? wilsonInterval(exact(rate)) : null
    return {
      id,
      label,
      value: rate.state === 'shown' ? valueOf(exact(rate)) : null,
      text: [full(rate), ...marks(rate, isFinal)].join(' · '),
      interval: ends === null ? undefined : ([ends.low, ends.high] as const),
      isQuiet,
    }
  })
  return (
    <Card>
      <ChartWithTable
        title={title}
        rows={rates}
        rowKey={({ id }) => id}
        columns={[
          { id: 'label', label: t('columns.line'), cell: ({ label }) => label },
          {
            id: 'counts',
            label: t('columns.counts'),
            isNumeric: true,
            cell: ({ rate }) =>
              rate.state === 'hidden'
                ? t('core:reports.marks.hidden')
                : t('counts', { numerator: rate.numerator, denominator: rate.denominator }),
          },
          {
            id: 'rate',
            label: t('columns.rate'),
            isNumeric: true,
            cell: ({ rate, number }) =>
              rate.state === 'hidden' ? (
                percent(rate)
              ) : (
                <ExplainedNumber number={{ ...number, text: percent(rate) }} />
              ),
          },
          {
            id: 'interval',
            label: t('columns.interval'),
            isNumeric: true,
            cell: ({ rate }) => interval(rate),
          },
          {
            id: 'marks',
            label: t('core:reports.columns.notes'),
            cell: ({ rate, isFinal = true }) => marks(rate, isFinal).join(' · '),
          },
        ]}
        note={rates.length > mostBars ? t('newestOnly', { count: mostBars }) : t('intervalNote')}
      >
        <BarChart
          title={title}
          description={bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}
          bars={bars}
          max={1}
          reference={benchmark && { value: benchmark.benchmarkPercent / 100, label: benchmark.label }}
        />
      </ChartWithTable>
    </Card>
  )
}
