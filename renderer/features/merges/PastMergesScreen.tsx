import { useTranslation } from 'react-i18next'
import { mayMerge } from '../../../shared/contract/merges.ts'
import { useMay } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PastMerges } from './PastMerges.tsx'

/** The merges that stand. */
export function PastMergesScreen() {
  const { t } = useTranslation('merges')
  const may = useMay(...mayMerge)
  return (
    <>
      <PageHeader
        back={<Link href="#/learners">{t('learners:title')}</Link>}
        title={t('past.title')}
        subtitle={t('past.lead')}
      />
      {may ? <PastMerges /> : <EmptyState title={t('notYours')}>{t('notYoursHint')}</EmptyState>}
    </>
  )
}
