import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedCohort } from '../../../shared/contract/cohorts.ts'
import { measuredRate } from '../../../shared/rules/benchmarkMeasures.ts'
import { useLocalText } from '../../useLocalText.ts'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useGroupNumbers } from './groupNumbers.ts'
import { measuresOf } from './rateRows.ts'
import { useDays } from './useDays.ts'
import { useMeasureName } from './useMeasureName.ts'
import { useRateText } from './useRateText.ts'

interface Row {
  id: string
  label: string
  cell: (cohort: ComparedCohort) => ReactNode
}

type CountId = 'enrolled' | 'completed' | 'withdrew' | 'excluded' | 'stillIn' | 'didNotStart'

/** The counts, by what became of people. */
function useCountRows(asOf: string): Row[] {
  const { t } = useTranslation('cohorts')
  const numbers = useGroupNumbers()
  const countOf = ({ id, code, completion }: ComparedCohort, number: CountId) => (
    <ExplainedNumber
      number={{
        ...numbers.completion({ cohortIds: [id], asOf, of: code }, number),
        text: String(completion[number]),
      }}
    />
  )
  const outcomes = ['completed', 'withdrew', 'excluded', 'stillIn', 'didNotStart'] as const
  return [
    { id: 'enrolled', label: t('tiles.enrolled'), cell: (cohort) => countOf(cohort, 'enrolled') },
    ...outcomes.map((id) => ({
      id,
      label: t(`core:words.memberOutcomes.${id}`),
      cell: (cohort: ComparedCohort) => countOf(cohort, id),
    })),
  ]
}

/** Every rate that any of the cohorts has. */
function useRateRows(cohorts: readonly ComparedCohort[], asOf: string): Row[] {
  const rates = useRateText()
  const numbers = useGroupNumbers()
  const nameOf = useMeasureName()
  const byId = new Map(
    cohorts.flatMap(measuresOf).map((one) => [`${one.measure} ${one.part?.key ?? ''}`, one] as const),
  )
  return [...byId].map(([id, one]) => ({
    id,
    label: nameOf(one),
    cell: (cohort) => {
      const rate = measuredRate(one.measure, one.part?.key ?? null, cohort)
      if (rate === null) return ''
      const text = [rates.full(rate), rates.smallGroup(rate)].filter(Boolean).join(' · ')
      const group = { cohortIds: [cohort.id], asOf, of: cohort.code }
      return <ExplainedNumber number={{ ...numbers.measure(group, one), text }} />
    },
  }))
}

/** What might explain the difference: staff, features, entry levels, reasons for leaving, lessons. */
function useExplainingRows(): Row[] {
  const { t } = useTranslation('cohorts')
  const level = (value: number | null) =>
    value === null ? t('compare.levelUnknown') : t('compare.level', { level: value })
  return [
    {
      id: 'entryLevels',
      label: t('compare.entryLevels'),
      cell: ({ entryLevels }) =>
        entryLevels
          .map((one) =>
            t('compare.ofLevel', {
              level: level(one.level),
              completed: one.completion.completed,
              enrolled: one.completion.enrolled,
            }),
          )
          .join('; '),
    },
    {
      id: 'withdrawals',
      label: t('results.reasons'),
      cell: ({ withdrawals }) =>
        withdrawals
          .map(({ reason, count }) =>
            [reason === null ? t('results.noReason') : t(`core:words.leavingReasons.${reason}`), count].join(
              ' ',
            ),
          )
          .join('; '),
    },
    {
      id: 'staff',
      label: t('form.staff'),
      cell: ({ staff }) =>
        staff.map(({ name, duty }) => `${name} (${t(`core:words.staffDuties.${duty}`)})`).join('; '),
    },
    {
      id: 'features',
      label: t('form.features'),
      cell: ({ deliveryFeatures }) =>
        deliveryFeatures
          .map(({ feature, detail }) =>
            [t(`core:words.deliveryFeatures.${feature}`), detail].filter(Boolean).join(': '),
          )
          .join('; '),
    },
    { id: 'whatFailed', label: t('lessons.whatFailed'), cell: ({ lessons }) => lessons?.whatFailed ?? '' },
    {
      id: 'whatToChange',
      label: t('lessons.whatToChange'),
      cell: ({ lessons }) => lessons?.whatToChange ?? '',
    },
  ]
}

/** A column for each cohort: its facts, counts, rates, and what might explain them. */
export function SideBySide({ cohorts, asOf }: { cohorts: readonly ComparedCohort[]; asOf: string }) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const { span } = useDays()
  const facts: Row[] = [
    {
      id: 'open',
      label: t('compare.open'),
      cell: ({ id, code }) => <Link href={`#/cohorts/${id}`}>{code}</Link>,
    },
    { id: 'track', label: t('columns.track'), cell: ({ trackName }) => say(trackName) },
    { id: 'site', label: t('columns.site'), cell: ({ site }) => site },
    { id: 'dates', label: t('columns.dates'), cell: ({ startDate, endDate }) => span(startDate, endDate) },
  ]
  const rows = [...facts, ...useCountRows(asOf), ...useRateRows(cohorts, asOf), ...useExplainingRows()]
  return (
    <Card title={t('compare.sideBySide')}>
      <SimpleTable
        caption={t('compare.sideBySide')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'label', label: t('compare.what'), cell: ({ label }) => label },
          ...cohorts.map((cohort) => ({
            id: String(cohort.id),
            label: cohort.code,
            cell: (row: Row) => row.cell(cohort),
          })),
        ]}
      />
    </Card>
  )
}
