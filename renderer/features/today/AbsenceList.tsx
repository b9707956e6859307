import { useTranslation } from 'react-i18next'
import type { AbsentInARow } from '../../../shared/contract/workLists.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { LearnerCell } from './LearnerCell.tsx'
import { LongList } from './LongList.tsx'

/** Learners who missed the newest meetings of a class: somebody should call. */
export function AbsenceList({ rows }: { rows: readonly AbsentInARow[] }) {
  const { t, i18n } = useTranslation('today')
  return (
    <LongList note={t('absences.note')} rows={rows}>
      {(shown) => (
        <SimpleTable
          caption={t('work.lists.absences')}
          rows={shown}
          rowKey={({ learnerId, sectionId }) => `${learnerId} ${sectionId}`}
          columns={[
            {
              id: 'learner',
              label: t('columns.learner'),
              isRowHeader: true,
              cell: (row) => <LearnerCell learner={row} />,
            },
            {
              id: 'class',
              label: t('columns.class'),
              cell: ({ sectionId, sectionCode }) => (
                <Link href={`#/classes/${sectionId}/attendance`}>
                  {t('absences.attendance', { code: sectionCode })}
                </Link>
              ),
            },
            { id: 'count', label: t('columns.missed'), isNumeric: true, cell: ({ count }) => count },
            { id: 'since', label: t('columns.since'), cell: ({ since }) => formatDay(since, i18n.language) },
          ]}
        />
      )}
    </LongList>
  )
}
