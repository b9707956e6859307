import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CohortsIcon } from '../../ui/icons.ts'

/** What an instructor reads who sees their own classes and none of whose learners is in a cohort. */
export function NoneOfYours() {
  const { t } = useTranslation('cohorts')
  return (
    <EmptyState title={t('list.noneOfYours')} icon={CohortsIcon}>
      {t('list.noneOfYoursHint')}
    </EmptyState>
  )
}
