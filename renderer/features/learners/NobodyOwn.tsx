import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ClassesIcon } from '../../ui/icons.ts'

/** What an instructor reads who sees their own classes and has no learners in any. */
export function NobodyOwn() {
  const { t } = useTranslation('learners')
  return (
    <EmptyState icon={ClassesIcon} title={t('nobodyOwn')}>
      {t('nobodyOwnHint')}
    </EmptyState>
  )
}
