import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { useMay } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LearnersIcon } from '../../ui/icons.ts'
import { MembersGrid } from './MembersGrid.tsx'
import { MembersTable } from './MembersTable.tsx'

/** The members: a grid to write in for those who follow them, a list for everyone else and once it is closed. */
export function MembersTab({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const mayRecord = useMay('director', 'coordinator')
  if (cohort.memberRows.length === 0) {
    return (
      <EmptyState title={t('members.empty')} icon={LearnersIcon}>
        {mayRecord && cohort.state !== 'closed' ? t('members.emptyHint') : undefined}
      </EmptyState>
    )
  }
  return mayRecord && cohort.state !== 'closed' ? (
    <MembersGrid cohort={cohort} />
  ) : (
    <MembersTable cohort={cohort} />
  )
}
