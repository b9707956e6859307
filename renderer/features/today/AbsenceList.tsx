import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { AbsentInARow } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useContactColumns } from './useContactColumns.tsx'
import { useLearnerColumn } from './useLearnerColumn.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'

/** Learners who missed the newest meetings of a class: somebody should call. */
export function AbsenceList({ of }: { of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const learner = useLearnerColumn()
  const { columns, dialog } = useContactColumns<AbsentInARow>((row) => ({
    ...{ learner: row, occasion: 'absence', sectionId: row.sectionId },
    about: t('absences.about', {
      count: row.count,
      code: row.sectionCode,
      day: formatDay(row.since, i18n.language),
    }),
  }))
  return (
    <>
      <WorkListFrame list="absences" of={of}>
        {(rows) => (
          <SimpleTable
            caption={t('lists.absences')}
            rows={rows}
            rowKey={({ learnerId, sectionId }) => `${learnerId} ${sectionId}`}
            columns={[
              learner,
              {
                id: 'class',
                label: t('columns.class'),
                cell: ({ sectionId, sectionCode }) => (
                  <Link href={`#/classes/${sectionId}/attendance`}>
                    {t('absences.attendance', { code: sectionCode })}
                  </Link>
                ),
              },
              {
                id: 'count',
                label: t('columns.missed'),
                isNumeric: true,
                cell: (row) => (
                  <ExplainedNumber
                    number={{
                      ...{ title: t('columns.missed'), of: `${listName(row)} · ${row.sectionCode}` },
                      ...{ text: String(row.count), definition: 'absencesInARow' },
                      asked: {
                        explain: 'absences',
                        input: { sectionId: row.sectionId, learnerId: row.learnerId },
                      },
                    }}
                  />
                ),
              },
              {
                id: 'since',
                label: t('columns.since'),
                cell: ({ since }) => formatDay(since, i18n.language),
              },
              ...columns,
            ]}
          />
        )}
      </WorkListFrame>
      {dialog}
    </>
  )
}
