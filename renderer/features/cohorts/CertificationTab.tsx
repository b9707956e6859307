import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { api, failureFrom } from '../../api.ts'
import { useFailureText } from '../../useFailureText.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { CertificationIcon } from '../../ui/icons.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AttemptsGrid } from './AttemptsGrid.tsx'

/** Every sitting of the cohort at every part of its credential. */
export function CertificationTab({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const shown = useFailureText()
  const grid = useQuery(api.attempts.grid.queryOptions({ input: { cohortId: cohort.id } }))
  if (grid.error) {
    return <ErrorState message={shown(failureFrom(grid.error)).message} onRetry={() => void grid.refetch()} />
  }
  if (!grid.data) return <Skeleton lines={6} />
  const { credential, columns, rows } = grid.data
  if (credential === null) {
    return (
      <EmptyState title={t('attempts.noCredential')} icon={CertificationIcon}>
        {t('attempts.noCredentialHint')}
      </EmptyState>
    )
  }
  if (rows.length === 0) {
    return (
      <EmptyState title={t('members.empty')} icon={CertificationIcon}>
        {t('attempts.noMembersHint')}
      </EmptyState>
    )
  }
  return <AttemptsGrid cohort={cohort} credential={credential} columns={columns} rows={rows} />
}
