import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { NeverTested } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { useMay } from '../../shell/session.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { tenths } from '../../ui/tenths.ts'
import { RecordAssessmentDialog } from '../assessments/RecordAssessmentDialog.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useHourNumbers } from '../explain/useHourNumbers.ts'
import { RowButton } from './RowButton.tsx'
import { useLearnerColumn } from './useLearnerColumn.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'

/** Learners without any test that counts: whatever they learn cannot be shown. */
export function NeverTestedList({ of }: { of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const learner = useLearnerColumn()
  const numbers = useHourNumbers()
  const [open, setOpen] = useState<NeverTested | null>(null)
  const hours = new Intl.NumberFormat(i18n.language, tenths)
  return (
    <>
      <WorkListFrame list="neverTested" of={of}>
        {(rows) => (
          <SimpleTable
            caption={t('lists.neverTested')}
            rows={rows}
            rowKey={({ learnerId }) => learnerId}
            columns={[
              learner,
              { id: 'studentId', label: t('columns.studentId'), cell: ({ studentId }) => studentId ?? '' },
              {
                id: 'hours',
                label: t('columns.hours'),
                isNumeric: true,
                cell: (row) => (
                  <ExplainedNumber
                    number={numbers.onRecord({
                      learnerId: row.learnerId,
                      of: listName(row),
                      text: hours.format(row.hours),
                    })}
                  />
                ),
              },
              ...(mayRecord
                ? [
                    {
                      id: 'act',
                      label: t('columns.act'),
                      cell: (row: NeverTested) => (
                        <RowButton action="recordTest" of={row} onPress={() => setOpen(row)} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </WorkListFrame>
      {open && <RecordAssessmentDialog learner={open} onClose={() => setOpen(null)} />}
    </>
  )
}
