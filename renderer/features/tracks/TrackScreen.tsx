import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { Track } from '../../../shared/contract/tracks.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { EditIcon, ScreeningIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { newScreeningOfPath } from '../screening/screeningPaths.ts'
import { CourseTab } from './CourseTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { RequirementList } from './RequirementSummary.tsx'
import { statusMeaning } from './TracksScreen.tsx'
import { trackRulesPath, tracksPath } from './trackPaths.ts'
import styles from './Tracks.module.css'
import { useDraft } from '../../useDraft.ts'

/** One track: its entry rules in force, the course and its credentials, and how the rules came about. */
export function TrackScreen() {
  const { id } = useParams()
  const shown = useFailureText()
  const track = useQuery(api.tracks.get.queryOptions({ input: { id: Number(id) } }))
  if (track.isError) {
    const { message } = shown(failureFrom(track.error))
    return <ErrorState message={message} onRetry={() => void track.refetch()} />
  }
  return track.data ? <OpenTrack track={track.data} /> : <Skeleton lines={10} />
}

type TabId = 'rules' | 'course' | 'history'

function OpenTrack({ track }: { track: Track }) {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const [, navigate] = useLocation()
  const mayScreen = useMay('director', 'coordinator')
  const [tab, setTab] = useDraft<TabId>(`tab of track ${track.id}`, 'rules')
  return (
    <>
      <PageHeader
        back={<Link href={`#${tracksPath}`}>{t('title')}</Link>}
        title={track.name[language]}
        count={track.code}
        subtitle={
          <StatusDot kind={statusMeaning[track.status]}>
            {[
              t(`core:words.trackStatuses.${track.status}`),
              ...(track.socCode === null ? [] : [`SOC ${track.socCode} ${track.socTitle ?? ''}`.trim()]),
            ].join(' · ')}
          </StatusDot>
        }
        actions={
          mayScreen && (
            <Button
              variant="primary"
              icon={ScreeningIcon}
              onPress={() => navigate(newScreeningOfPath(track.id))}
            >
              {t('screen')}
            </Button>
          )
        }
      />
      <div className={styles.below}>
        <Tabs
          label={t('parts')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'rules', label: t('tabs.rules'), content: <RulesTab track={track} /> },
            { id: 'course', label: t('tabs.course'), content: <CourseTab track={track} /> },
            {
              id: 'history',
              label: t('tabs.history'),
              count: String(track.versions.length),
              content: <HistoryTab track={track} />,
            },
          ]}
        />
      </div>
    </>
  )
}

function RulesTab({ track }: { track: Track }) {
  const { t, i18n } = useTranslation('tracks')
  const [, navigate] = useLocation()
  const mayChange = useMay('director')
  const inForce = track.versions.find(({ id }) => id === track.inForce)
  const change = mayChange && (
    <Button icon={EditIcon} onPress={() => navigate(trackRulesPath(track.id))}>
      {t('changeRules')}
    </Button>
  )
  if (!inForce) {
    return (
      <EmptyState title={t('noRules')} action={change}>
        {t('noRulesStep')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.parts}>
      <div className={styles.head}>
        <p>
          {t('inForce', {
            version: inForce.version,
            since: formatDay(inForce.effectiveFrom, i18n.language),
          })}
        </p>
        {change}
      </div>
      {inForce.note !== null && <p className={styles.quiet}>{inForce.note}</p>}
      <RequirementList requirements={inForce.requirements} components={track.components} />
    </div>
  )
}
