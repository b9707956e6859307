import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { ResultFilter, Screening } from '../../../shared/contract/screenings.ts'
import { api, client, failureFrom } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { CohortsIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { CountBar, CountTiles } from './CountTiles.tsx'
import { useDraft } from '../../useDraft.ts'
import { FormCohortDialog } from './FormCohortDialog.tsx'
import { ReasonsChart } from './ReasonsChart.tsx'
import { ResultsTab } from './ResultsTab.tsx'
import { RulesUsedTab } from './RulesUsedTab.tsx'
import { screeningsPath } from './screeningPaths.ts'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import { WhatIfTab } from './WhatIfTab.tsx'

/** One screening as it was run, with the decisions beside it. */
export function ScreeningScreen() {
  const { id } = useParams()
  const shown = useFailureText()
  const found = useQuery(api.screenings.get.queryOptions({ input: { id: Number(id) } }))
  if (found.isError) {
    const { message } = shown(failureFrom(found.error))
    return <ErrorState message={message} onRetry={() => void found.refetch()} />
  }
  return found.data ? <OpenScreening key={id} screening={found.data} /> : <Skeleton lines={10} />
}

type TabId = 'learners' | 'overview' | 'whatIf' | 'rules'

function OpenScreening({ screening }: { screening: Screening }) {
  const { t } = useTranslation('screening')
  const { language, number, day, pool } = useScreeningWords()
  const [isForming, setForming] = useDraft(`forming a cohort of screening ${screening.id}`, false)
  const mayForm = useMay('director')
  const mayTry = useMay('director', 'coordinator')
  const mayExport = useMay('director', 'coordinator', 'staff')
  const [tab, setTab] = useDraft<TabId>(`tab of screening ${screening.id}`, 'overview')
  const [filter, setFilter] = useState<ResultFilter>({})
  const invited = screening.decisions.invite
  function showHeldBackBy(heldBackBy: string) {
    setFilter({ heldBackBy })
    setTab('learners')
  }
  return (
    <div className={styles.page}>
      <PageHeader
        back={<Link href={`#${screeningsPath}`}>{t('title')}</Link>}
        title={t('screen.title', { track: screening.trackName[language] })}
        subtitle={t('screen.subtitle', {
          start: day(screening.startDate),
          asOf: day(screening.asOf),
          pool: pool(screening),
          version: screening.version,
        })}
        actions={
          <>
            {mayExport && (
              <ExportListButton
                job={client.screenings.exportResults}
                input={() => ({ screeningId: screening.id, filter, language })}
              />
            )}
            {mayForm && (
              <Button
                variant="primary"
                icon={CohortsIcon}
                isDisabled={invited === 0}
                onPress={() => setForming(true)}
              >
                {t('screen.formCohort', { count: invited })}
              </Button>
            )}
          </>
        }
      />
      <OwnClassesNotice />
      <div className={styles.fill}>
        <Tabs
          label={t('screen.parts')}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'overview',
              label: t('screen.overview'),
              content: (
                <div className={styles.parts}>
                  <CountTiles counts={screening.counts} screening={screening} />
                  <CountBar counts={screening.counts} />
                  <ReasonsChart
                    reasons={screening.reasons}
                    requirements={screening.requirements}
                    screeningId={screening.id}
                    onShow={showHeldBackBy}
                  />
                </div>
              ),
            },
            {
              id: 'learners',
              label: t('screen.learners'),
              count: number(screening.counts.total),
              content: <ResultsTab screening={screening} filter={filter} onFilter={setFilter} />,
            },
            ...(mayTry
              ? [
                  {
                    id: 'whatIf' as const,
                    label: t('whatIf.title'),
                    content: <WhatIfTab screening={screening} />,
                  },
                ]
              : []),
            { id: 'rules', label: t('screen.rules'), content: <RulesUsedTab screening={screening} /> },
          ]}
        />
      </div>
      {isForming && <FormCohortDialog screening={screening} onClose={() => setForming(false)} />}
    </div>
  )
}
