import { useTranslation } from 'react-i18next'
import type { Benchmark } from '../../../shared/contract/benchmarks.ts'
import { benchmarkShare, valueOf, wilsonInterval } from '../../../shared/rules/rates.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import type { CohortNumber } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useGroupNumbers, type CohortGroup } from './groupNumbers.ts'
import { rateRows, type NamedCounts } from './rateRows.ts'
import { useDays } from './useDays.ts'
import { useMeasureName } from './useMeasureName.ts'
import { useRateText } from './useRateText.ts'

interface RatesChartProps {
  group: CohortGroup
  counts: NamedCounts
  benchmarks: readonly Benchmark[]
}

/** One line of the chart and of the table: a rate of the group, or a figure it is compared with. */
interface Line {
  id: string
  label: string
  figure: string
  interval: string
  difference: string
  source: string
  /** What the group's own rate is made of. */
  number?: CohortNumber
}

/** The group's rates with their intervals, each followed by the figures it is compared with. */
export function RatesChart({ group, counts, benchmarks }: RatesChartProps) {
  const numbers = useGroupNumbers()
  const { t } = useTranslation('cohorts')
  const rates = useRateText()
  const nameOf = useMeasureName()
  const { day } = useDays()
  const rows = rateRows(counts, benchmarks)
  const ends = (rate: Parameters<typeof wilsonInterval>[0]) => {
    const interval = wilsonInterval(rate)
    return interval === null ? undefined : ([interval.low, interval.high] as const)
  }
  const bars = rows.flatMap(({ id, rate, against, ...measured }) => [
    {
      id,
      label: nameOf(measured),
      value: valueOf(rate),
      text: [rates.full(rate), rates.smallGroup(rate)].filter(Boolean).join(' · '),
      interval: ends(rate),
    },
    ...against.map(({ recorded, figure, points }) => ({
      id: `${id} ${recorded.id}`,
      label: t('results.comparedWith', { label: recorded.label }),
      value: benchmarkShare(figure),
      text: [
        rates.figure(figure),
        points === null ? '' : t('results.cohortIs', { points: rates.points(points) }),
      ]
        .filter(Boolean)
        .join(' · '),
      interval: 'share' in figure ? undefined : ends(figure),
      isQuiet: true,
    })),
  ])
  const lines = rows.flatMap(({ id, rate, against, ...measured }): Line[] => [
    {
      id,
      label: nameOf(measured),
      figure: [rates.full(rate), rates.smallGroup(rate)].filter(Boolean).join(' · '),
      interval: rates.interval(rate),
      difference: '',
      source: '',
      number: numbers.measure(group, measured),
    },
    ...against.map(({ recorded, figure, points }) => ({
      id: `${id} ${recorded.id}`,
      label: t('results.comparedWith', { label: recorded.label }),
      figure: rates.figure(figure),
      interval: 'share' in figure ? '' : rates.interval(figure),
      difference: points === null ? '' : rates.points(points),
      source: t('results.sourceOn', { source: recorded.source, day: day(recorded.validOn) }),
    })),
  ])
  const title = t('results.rates')
  return (
    <Card>
      <ChartWithTable
        title={title}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { id: 'label', label: t('results.measure'), cell: ({ label }) => label },
          {
            id: 'figure',
            label: t('results.rate'),
            isNumeric: true,
            cell: ({ figure, number }) =>
              number ? <ExplainedNumber number={{ ...number, text: figure }} /> : figure,
          },
          { id: 'interval', label: t('results.interval'), isNumeric: true, cell: ({ interval }) => interval },
          {
            id: 'difference',
            label: t('results.difference'),
            isNumeric: true,
            cell: ({ difference }) => difference,
          },
          { id: 'source', label: t('results.source'), cell: ({ source }) => source },
        ]}
        note={t('results.ratesNote')}
      >
        <BarChart
          title={title}
          description={bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}
          bars={bars}
          max={1}
        />
      </ChartWithTable>
    </Card>
  )
}
