import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../shared/contract/today.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { LongList } from './LongList.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'

type Warning = Overview['warnings'][number]

function WarningWords({ warning, partName }: Warning) {
  const { t, i18n } = useTranslation('today')
  const { locale } = useLocale()
  const part = partName === null ? '' : i18n.language === 'es' ? partName.es : partName.en
  if (warning.kind === 'windowCloses') {
    const day = formatDay(warning.on, locale, 'medium')
    return <StatusDot kind="warning">{t('warning.windowCloses', { day, count: warning.daysLeft })}</StatusDot>
  }
  if (warning.kind === 'lastAttempt')
    return <StatusDot kind="warning">{t('warning.lastAttempt', { part })}</StatusDot>
  return <StatusDot kind="danger">{t('warning.noAttemptsLeft', { part })}</StatusDot>
}

/** People whose exam window or attempts run out, the most urgent first. */
export function ExamWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const { t } = useTranslation('today')
  return (
    <LongList note={t('exams.note')} rows={warnings}>
      {(shown) => (
        <SimpleTable
          caption={t('work.lists.exams')}
          rows={shown}
          rowKey={({ learnerId, cohortId, warning }) =>
            `${learnerId} ${cohortId} ${warning.kind} ${'part' in warning ? warning.part : ''}`
          }
          columns={[
            {
              id: 'learner',
              label: t('columns.learner'),
              cell: ({ learnerId, learnerName }) => (
                <Link href={`#/learners/${learnerId}`}>{learnerName}</Link>
              ),
            },
            {
              id: 'cohort',
              label: t('columns.cohort'),
              cell: ({ cohortId, cohortCode }) => <Link href={`#/cohorts/${cohortId}`}>{cohortCode}</Link>,
            },
            { id: 'warning', label: t('columns.what'), cell: (warning) => <WarningWords {...warning} /> },
          ]}
        />
      )}
    </LongList>
  )
}
