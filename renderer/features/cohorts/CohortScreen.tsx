import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { api, failureFrom } from '../../api.ts'
import { useFailureText } from '../../useFailureText.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AboutTab } from './AboutTab.tsx'
import { CertificationTab } from './CertificationTab.tsx'
import { CohortHeader } from './CohortHeader.tsx'
import { MembersTab } from './MembersTab.tsx'
import { ResultsTab } from './ResultsTab.tsx'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import styles from './Cohorts.module.css'
import { useDraft } from '../../useDraft.ts'

const tabNames = ['members', 'certification', 'results', 'about'] as const
type TabName = (typeof tabNames)[number]

function CohortPage({ cohort }: { cohort: CohortDetails }) {
  const { t, i18n } = useTranslation('cohorts')
  const [tab, setTab] = useDraft<TabName>(`tab of cohort ${cohort.id}`, 'members')
  const contents = {
    members: <MembersTab cohort={cohort} />,
    certification: <CertificationTab cohort={cohort} />,
    results: <ResultsTab cohortId={cohort.id} />,
    about: <AboutTab cohort={cohort} />,
  }
  const counts: Partial<Record<TabName, string>> = {
    members: new Intl.NumberFormat(i18n.language).format(cohort.members),
  }
  return (
    <div className={styles.page}>
      <CohortHeader cohort={cohort} onOpenCertification={() => setTab('certification')} />
      <OwnClassesNotice />
      <Tabs
        label={cohort.code}
        value={tab}
        onChange={setTab}
        tabs={tabNames.map((id) => ({
          id,
          label: t(`tabs.${id}`),
          count: counts[id],
          content: contents[id],
        }))}
      />
    </div>
  )
}

/** One cohort: who is in it, how they stand at the exam, what came of it, and what was learned. */
export function CohortScreen() {
  const { t } = useTranslation('cohorts')
  const { id } = useParams<{ id: string }>()
  const shown = useFailureText()
  const cohort = useQuery(api.cohorts.get.queryOptions({ input: { cohortId: Number(id) } }))
  if (cohort.data) return <CohortPage key={cohort.data.id} cohort={cohort.data} />
  if (cohort.error) {
    return (
      <ErrorState message={shown(failureFrom(cohort.error)).message} onRetry={() => void cohort.refetch()}>
        <Link href="#/cohorts">{t('back')}</Link>
      </ErrorState>
    )
  }
  return <Skeleton lines={8} />
}
