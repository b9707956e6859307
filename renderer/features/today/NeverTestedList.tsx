import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeverTested } from '../../../shared/contract/workLists.ts'
import { useMay } from '../../shell/session.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { RecordAssessmentDialog } from '../assessments/RecordAssessmentDialog.tsx'
import { LearnerCell } from './LearnerCell.tsx'
import { LongList } from './LongList.tsx'
import { RecordTestButton } from './RecordTestButton.tsx'

/** Learners without any test that counts: whatever they learn cannot be shown. */
export function NeverTestedList({ rows }: { rows: readonly NeverTested[] }) {
  const { t, i18n } = useTranslation('today')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const [open, setOpen] = useState<NeverTested | null>(null)
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <LongList note={t('neverTested.note')} rows={rows}>
      {(shown) => (
        <>
          <SimpleTable
            caption={t('work.lists.neverTested')}
            rows={shown}
            rowKey={({ learnerId }) => learnerId}
            columns={[
              {
                id: 'learner',
                label: t('columns.learner'),
                isRowHeader: true,
                cell: (row) => <LearnerCell learner={row} />,
              },
              { id: 'studentId', label: t('columns.studentId'), cell: ({ studentId }) => studentId ?? '' },
              {
                id: 'hours',
                label: t('columns.hours'),
                isNumeric: true,
                cell: (row) => hours.format(row.hours),
              },
              ...(mayRecord
                ? [
                    {
                      id: 'act',
                      label: t('columns.act'),
                      cell: (row: NeverTested) => (
                        <RecordTestButton learner={row} onPress={() => setOpen(row)} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {open && <RecordAssessmentDialog learner={open} onClose={() => setOpen(null)} />}
        </>
      )}
    </LongList>
  )
}
