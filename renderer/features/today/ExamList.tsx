import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { ExamToSit } from '../../../shared/contract/workLists.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { RecordExamDialog } from './RecordExamDialog.tsx'
import { RowButton } from './RowButton.tsx'
import { useLearnerColumn } from './useLearnerColumn.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'

function WarningWords({ warning, partName }: Pick<ExamToSit, 'warning' | 'partName'>) {
  const { t, i18n } = useTranslation('today')
  const part = partName === null ? '' : i18n.resolvedLanguage === 'es' ? partName.es : partName.en
  if (warning.kind === 'windowCloses') {
    const day = formatDay(warning.on, i18n.language)
    return <StatusDot kind="warning">{t('warning.windowCloses', { day, count: warning.daysLeft })}</StatusDot>
  }
  if (warning.kind === 'lastAttempt')
    return <StatusDot kind="warning">{t('warning.lastAttempt', { part })}</StatusDot>
  return <StatusDot kind="danger">{t('warning.noAttemptsLeft', { part })}</StatusDot>
}

/** People whose exam window or attempts run out, the most urgent first. */
export function ExamList({ of }: { of: WorkOf }) {
  const { t } = useTranslation('today')
  const mayRecord = useMay('director', 'coordinator')
  const learner = useLearnerColumn()
  const [open, setOpen] = useState<ExamToSit | null>(null)
  return (
    <>
      <WorkListFrame list="exams" of={of}>
        {(rows) => (
          <SimpleTable
            caption={t('lists.exams')}
            rows={rows}
            rowKey={({ memberId, warning }) =>
              `${memberId} ${warning.kind} ${'part' in warning ? warning.part : ''}`
            }
            columns={[
              learner,
              {
                id: 'cohort',
                label: t('columns.cohort'),
                cell: ({ cohortId, cohortCode }) => <Link href={`#/cohorts/${cohortId}`}>{cohortCode}</Link>,
              },
              {
                id: 'warning',
                label: t('columns.what'),
                cell: ({ warning, partName }) => <WarningWords warning={warning} partName={partName} />,
              },
              ...(mayRecord
                ? [
                    {
                      id: 'act',
                      label: t('columns.act'),
                      cell: (row: ExamToSit) => (
                        <RowButton action="recordExam" of={row} onPress={() => setOpen(row)} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </WorkListFrame>
      {open && <RecordExamDialog exam={open} onClose={() => setOpen(null)} />}
    </>
  )
}
