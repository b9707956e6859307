import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { listName } from '../../../shared/values/names.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { ExportMembers } from './ExportCohorts.tsx'
import { MemberStatusDot } from './MemberStatusDot.tsx'
import { useDays } from './useDays.ts'
import styles from './Cohorts.module.css'

/** The members to read: a press opens the learner. */
export function MembersTable({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const { day } = useDays()
  const [, navigate] = useLocation()
  const shown = (iso: string | null) => (iso === null ? '' : day(iso))
  return (
    <div className={styles.page}>
      <div className={styles.toolbar}>
        <ExportMembers cohortId={cohort.id} />
      </div>
      <DataTable
        label={t('tabs.members')}
        items={cohort.memberRows}
        rowId={(member) => member.memberId}
        onOpen={(member) => navigate(`/learners/${member.learnerId}`)}
        columns={[
          { id: 'name', label: t('columns.name'), cell: listName, sortValue: listName, isRowHeader: true },
          {
            id: 'entryLevel',
            label: t('columns.entryLevel'),
            isNumeric: true,
            cell: ({ entryLevel }) => entryLevel ?? '',
            sortValue: ({ entryLevel }) => entryLevel,
          },
          {
            id: 'startedOn',
            label: t('columns.startedOn'),
            cell: ({ startedOn }) => shown(startedOn),
            sortValue: ({ startedOn }) => startedOn,
          },
          {
            id: 'status',
            label: t('columns.status'),
            cell: (member) => <MemberStatusDot status={member.status} />,
            sortValue: ({ status }) => status,
          },
          {
            id: 'outcomeOn',
            label: t('columns.outcomeOn'),
            cell: ({ outcomeOn }) => shown(outcomeOn),
            sortValue: ({ outcomeOn }) => outcomeOn,
          },
          {
            id: 'reason',
            label: t('columns.reason'),
            cell: ({ reason, reasonNote }) =>
              reason === null
                ? ''
                : [t(`core:words.leavingReasons.${reason}`), reasonNote].filter(Boolean).join(': '),
          },
        ]}
      />
    </div>
  )
}
