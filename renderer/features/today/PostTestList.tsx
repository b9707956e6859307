import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueForPostTest } from '../../../shared/contract/workLists.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { RecordAssessmentDialog } from '../assessments/RecordAssessmentDialog.tsx'
import { LearnerCell } from './LearnerCell.tsx'
import { LongList } from './LongList.tsx'
import { RecordTestButton } from './RecordTestButton.tsx'
import styles from './Today.module.css'

/** Learners with enough hours since their last test, with the form to give next. */
export function PostTestList({ rows }: { rows: readonly DueForPostTest[] }) {
  const { t, i18n } = useTranslation('today')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const [open, setOpen] = useState<DueForPostTest | null>(null)
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const day = (date: string) => formatDay(date, i18n.language)
  return (
    <LongList note={t('postTests.note')} rows={rows}>
      {(shown) => (
        <>
          <SimpleTable
            caption={t('work.lists.postTests')}
            rows={shown}
            rowKey={({ learnerId, skillArea }) => `${learnerId} ${skillArea}`}
            columns={[
              {
                id: 'learner',
                label: t('columns.learner'),
                isRowHeader: true,
                cell: (row) => <LearnerCell learner={row} />,
              },
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
                    {day(lastTestedOn)}
                    <span className={styles.under}>{lastForm}</span>
                  </>
                ),
              },
              {
                id: 'hours',
                label: t('columns.hoursSince'),
                isNumeric: true,
                cell: (row) =>
                  row.isEstimate
                    ? t('postTests.about', { hours: hours.format(row.hours) })
                    : hours.format(row.hours),
              },
              {
                id: 'state',
                label: t('columns.state'),
                cell: ({ state, generationEnded }) =>
                  generationEnded ? (
                    <StatusDot kind="info">{t('postTests.newPreTest')}</StatusDot>
                  ) : (
                    <StatusDot kind={state === 'overdue' ? 'danger' : 'warning'}>
                      {t(`postTests.${state}`)}
                    </StatusDot>
                  ),
              },
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
                        <RecordTestButton learner={row} onPress={() => setOpen(row)} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
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
      )}
    </LongList>
  )
}
