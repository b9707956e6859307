import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { isFinal, rateOfThoseFinished, withdrawalsByReason } from '../../../shared/rules/completion.ts'
import { api, failureFrom } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useFailureText } from '../../useFailureText.ts'
import { Card } from '../../ui/Card.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { BenchmarksCard } from './BenchmarksCard.tsx'
import { CompletionChart } from './CompletionChart.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useGroupNumbers } from './groupNumbers.ts'
import { RatesChart } from './RatesChart.tsx'
import { useDays } from './useDays.ts'
import { useRateText } from './useRateText.ts'
import styles from './Cohorts.module.css'

function LeavingReasons({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const numbers = useGroupNumbers()
  const group = { cohortIds: [cohort.id], asOf: cohort.asOf, of: cohort.code }
  const rows = [...withdrawalsByReason(cohort.memberRows, cohort.asOf)].sort(([, a], [, b]) => b - a)
  if (rows.length === 0) return null
  return (
    <Card title={t('results.reasons')}>
      <SimpleTable
        caption={t('results.reasons')}
        rows={rows}
        rowKey={([reason]) => reason ?? 'none'}
        columns={[
          {
            id: 'reason',
            label: t('columns.reason'),
            cell: ([reason]) =>
              reason === null ? t('results.noReason') : t(`core:words.leavingReasons.${reason}`),
          },
          {
            id: 'count',
            label: t('results.people'),
            isNumeric: true,
            cell: ([reason, count]) => {
              const number = numbers.leaving(group, { status: 'withdrew', reason, count })
              return <ExplainedNumber number={{ ...number, text: String(count) }} />
            },
          },
        ]}
      />
    </Card>
  )
}

/** What has to be said before any rate is read: what is still open, and what is expected. */
function Caveats({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const rates = useRateText()
  const { completion, certification } = cohort
  return (
    <>
      {completion.enrolled > 0 && !isFinal(completion) && (
        <Notice kind="info">
          {t('results.notFinal', {
            count: completion.stillIn + completion.notYetStarted,
            finished: rates.full(rateOfThoseFinished(completion)),
          })}
        </Notice>
      )}
      {certification !== null && certification.pending > 0 && (
        <Notice kind="info">{t('results.pending', { count: certification.pending })}</Notice>
      )}
    </>
  )
}

function Results({ cohort }: { cohort: CohortDetails }) {
  const benchmarks = useQuery(api.benchmarks.list.queryOptions({ input: { trackId: cohort.trackId } }))
  const group = { cohortIds: [cohort.id], asOf: cohort.asOf, of: cohort.code }
  return (
    <>
      <Caveats cohort={cohort} />
      <div className={styles.columns}>
        <CompletionChart group={group} counts={cohort.completion} />
        <LeavingReasons cohort={cohort} />
      </div>
      <RatesChart group={group} counts={cohort} benchmarks={benchmarks.data ?? []} />
      <BenchmarksCard
        trackId={cohort.trackId}
        credential={cohort.credential}
        benchmarks={benchmarks.data ?? []}
      />
    </>
  )
}

/** Completion and certification as of a date, beside the figures they are compared with. */
export function ResultsTab({ cohortId }: { cohortId: number }) {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const { day } = useDays()
  const shown = useFailureText()
  const [asOf, setAsOf] = useState<string | null>(today)
  const cohort = useQuery(
    api.cohorts.get.queryOptions({
      input: { cohortId, asOf: asOf ?? today },
      placeholderData: (before) => before,
    }),
  )
  return (
    <div className={styles.page}>
      <div className={styles.asOf}>
        <DateTextField
          label={t('results.asOf')}
          value={asOf}
          onChange={setAsOf}
          latest={today}
          today={today}
        />
        <p data-print="only">{t('results.printedAsOf', { day: day(asOf ?? today) })}</p>
      </div>
      {cohort.error && (
        <ErrorState
          message={shown(failureFrom(cohort.error)).message}
          onRetry={() => void cohort.refetch()}
        />
      )}
      {cohort.data ? <Results cohort={cohort.data} /> : <Skeleton lines={6} />}
    </div>
  )
}
