import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedCohort } from '../../../shared/contract/cohorts.ts'
import { benchmarkShare, valueOf, wilsonInterval, type Rate } from '../../../shared/rules/rates.ts'
import { figureOf, measuredRate } from '../../../shared/rules/benchmarkMeasures.ts'
import { isFinal } from '../../../shared/rules/completion.ts'
import { api } from '../../api.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { Select } from '../../ui/Select.tsx'
import type { CohortNumber } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useGroupNumbers } from './groupNumbers.ts'
import { measuresOf, type NamedCounts } from './rateRows.ts'
import { useMeasureName } from './useMeasureName.ts'
import { useRateText } from './useRateText.ts'
import styles from './Cohorts.module.css'

interface Comparison {
  asOf: string
  cohorts: readonly ComparedCohort[]
  together: NamedCounts
}

/** One bar and one line of the table. */
interface Line {
  id: string
  label: string
  rate: Rate
  marks: string[]
  isQuiet: boolean
  number: CohortNumber
}

/** The figure of the track to hold against, if all cohorts are of one track: the newest. */
function useReference(cohorts: readonly ComparedCohort[], measure: string, partKey: string | null) {
  const trackId = cohorts[0]?.trackId ?? 1
  const isOneTrack = cohorts.every((cohort) => cohort.trackId === trackId)
  const benchmarks = useQuery(api.benchmarks.list.queryOptions({ input: { trackId }, enabled: isOneTrack }))
  const recorded = isOneTrack
    ? benchmarks.data?.find((one) => one.measure === measure && one.partKey === partKey)
    : undefined
  const value = recorded && benchmarkShare(figureOf(recorded))
  return recorded && value !== undefined && value !== null ? { value, label: recorded.label } : undefined
}

/** One rate of every cohort, with intervals, and of all of them together. */
export function ComparedRates({ compared }: { compared: Comparison }) {
  const { t } = useTranslation('cohorts')
  const rates = useRateText()
  const nameOf = useMeasureName()
  const { asOf, cohorts, together } = compared
  const numbers = useGroupNumbers()
  const withParts = cohorts.find(({ certification }) => certification !== null) ?? together
  const measures = measuresOf(withParts).map((one) => ({
    ...one,
    id: `${one.measure} ${one.part?.key ?? ''}`,
    label: nameOf(one),
  }))
  const [wanted, setWanted] = useState('completionRate ')
  const chosen = measures.find(({ id }) => id === wanted) ?? measures[0]!
  const partKey = chosen.part?.key ?? null
  const reference = useReference(cohorts, chosen.measure, partKey)

  const lineOf = (cohortIds: number[], label: string, counts: NamedCounts, isQuiet: boolean): Line[] => {
    const id = isQuiet ? 'together' : String(cohortIds[0])
    const rate = measuredRate(chosen.measure, partKey, counts)
    if (rate === null) return []
    const isOpen =
      chosen.measure === 'completionRate'
        ? !isFinal(counts.completion)
        : chosen.measure === 'certifiedOfCompleters' && (counts.certification?.pending ?? 0) > 0
    const marks = [isOpen && rate.denominator > 0 ? t('rates.notFinal') : '', rates.smallGroup(rate) ?? '']
    const number = numbers.measure({ cohortIds, asOf, of: label }, chosen)
    return [{ id, label, rate, marks: marks.filter((mark) => mark !== ''), isQuiet, number }]
  }
  const lines = [
    ...cohorts.flatMap((cohort) => lineOf([cohort.id], cohort.code, cohort, false)),
    ...(cohorts.length > 1
      ? lineOf(
          cohorts.map(({ id }) => id),
          t('compare.together'),
          together,
          true,
        )
      : []),
  ]
  const textOf = ({ rate, marks }: Line) => [rates.full(rate), ...marks].join(' · ')
  const bars = lines.map((line) => {
    const interval = wilsonInterval(line.rate)
    return {
      id: line.id,
      label: line.label,
      value: valueOf(line.rate),
      text: textOf(line),
      interval: interval === null ? undefined : ([interval.low, interval.high] as const),
      isQuiet: line.isQuiet,
    }
  })
  return (
    <Card>
      <div className={styles.measure}>
        <Select
          label={t('compare.measure')}
          options={measures.map(({ id, label }) => ({ id, label }))}
          value={chosen.id}
          onChange={setWanted}
        />
      </div>
      <ChartWithTable
        title={chosen.label}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          { id: 'cohort', label: t('columns.code'), cell: ({ label }) => label },
          {
            id: 'counts',
            label: t('results.counts'),
            isNumeric: true,
            cell: ({ rate }) => rates.counts(rate),
          },
          {
            id: 'rate',
            label: t('results.rate'),
            isNumeric: true,
            cell: ({ rate, number }) => <ExplainedNumber number={{ ...number, text: rates.percent(rate) }} />,
          },
          {
            id: 'interval',
            label: t('results.interval'),
            isNumeric: true,
            cell: ({ rate }) => rates.interval(rate),
          },
          { id: 'marks', label: t('compare.marks'), cell: ({ marks }) => marks.join(' · ') },
        ]}
        note={t('results.ratesNote')}
      >
        <BarChart
          title={chosen.label}
          description={bars.map(({ label, text }) => `${label}: ${text}`).join('; ')}
          bars={bars}
          max={1}
          reference={reference}
        />
      </ChartWithTable>
    </Card>
  )
}
