import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { DueForPostTest } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { tenths } from '../../ui/tenths.ts'
import { RecordAssessmentDialog } from '../assessments/RecordAssessmentDialog.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useHourNumbers } from '../explain/useHourNumbers.ts'
import { RowButton } from './RowButton.tsx'
import { useLearnerColumn } from './useLearnerColumn.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'
import styles from './Today.module.css'

function DueState({ state, generationEnded }: DueForPostTest) {
  const { t } = useTranslation('today')
  if (generationEnded) return <StatusDot kind="info">{t('postTests.newPreTest')}</StatusDot>
  return <StatusDot kind={state === 'overdue' ? 'danger' : 'warning'}>{t(`postTests.${state}`)}</StatusDot>
}

/** Learners with enough hours since their last test, with the form to give next. */
export function PostTestList({ of }: { of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const learner = useLearnerColumn()
  const numbers = useHourNumbers()
  const [open, setOpen] = useState<DueForPostTest | null>(null)
  const hours = new Intl.NumberFormat(i18n.language, tenths)
  return (
    <>
      <WorkListFrame list="postTests" of={of}>
        {(rows) => (
          <SimpleTable
            caption={t('lists.postTests')}
            rows={rows}
            rowKey={({ learnerId, skillArea }) => `${learnerId} ${skillArea}`}
            columns={[
              learner,
              {
                id: 'area',
                label: t('columns.skill'),
                cell: ({ skillArea }) => t(`core:words.skillAreas.${skillArea}`),
              },
              {
                id: 'last',
                label: t('columns.lastTest'),
                cell: ({ lastForm, lastTestedOn }) => (
                  <>
                    {formatDay(lastTestedOn, i18n.language)}
                    <span className={styles.under}>{lastForm}</span>
                  </>
                ),
              },
              {
                id: 'hours',
                label: t('columns.hoursSince'),
                isNumeric: true,
                cell: (row) => (
                  <ExplainedNumber
                    number={numbers.sinceTest(
                      {
                        learnerId: row.learnerId,
                        of: `${listName(row)} · ${t(`core:words.skillAreas.${row.skillArea}`)}`,
                        text: row.isEstimate
                          ? t('postTests.about', { hours: hours.format(row.hours) })
                          : hours.format(row.hours),
                      },
                      row.skillArea,
                    )}
                  />
                ),
              },
              { id: 'state', label: t('columns.state'), cell: (row) => <DueState {...row} /> },
              {
                id: 'form',
                label: t('columns.nextForm'),
                cell: ({ nextForm, generationEnded }) =>
                  generationEnded ? '–' : (nextForm ?? t('postTests.anotherForm')),
              },
              ...(mayRecord
                ? [
                    {
                      id: 'act',
                      label: t('columns.act'),
                      cell: (row: DueForPostTest) => (
                        <RowButton action="recordTest" of={row} onPress={() => setOpen(row)} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </WorkListFrame>
      {open && (
        <RecordAssessmentDialog
          learner={open}
          suggested={
            open.generationEnded
              ? undefined
              : { instrument: open.instrument, skillArea: open.skillArea, form: open.nextForm ?? '' }
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
