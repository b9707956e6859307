import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Redirect, useParams } from 'wouter'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import type { TimelineEntry } from '../../../shared/contract/learnerTimeline.ts'
import { displayName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { LearnerRecordCard } from '../audit/LearnerRecordCard.tsx'
import { LevelChart } from '../assessments/LevelChart.tsx'
import { OriginMark } from '../origins/OriginMark.tsx'
import { RecordCard } from '../keep/RecordCard.tsx'
import { MergedCard } from '../merges/MergedCard.tsx'
import { EvidenceCard } from './EvidenceCard.tsx'
import { FactsCard } from './FactsCard.tsx'
import { HoursCard } from './HoursCard.tsx'
import { LearnerGainsCard } from '../gains/LearnerGainsCard.tsx'
import { WayToTrack } from '../gains/WayToTrack.tsx'
import { LearnerActions } from './LearnerActions.tsx'
import { learnerPath } from './learnerPaths.ts'
import { statusMeanings, useLearnerWords } from './learnerWords.ts'
import { TimelineCard } from './TimelineCard.tsx'
import styles from './LearnerScreen.module.css'

/** What stands beside the name. */
const headerFields = ['familyName', 'givenName', 'preferredName', 'studentId', 'otherId', 'status']

function LearnerHeader({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const { t: of } = useTranslation('origins')
  const { day } = useLearnerWords()
  const facts = [
    learner.preferredName !== null && t('page.called', { name: learner.preferredName }),
    learner.studentId !== null && t('page.studentId', { id: learner.studentId }),
    learner.birthDate !== null && t('page.born', { day: day(learner.birthDate) }),
    ...learner.sections.map(({ code }) => code),
  ]
  return (
    <PageHeader
      back={<Link href="#/learners">{t('title')}</Link>}
      title={displayName(learner)}
      subtitle={
        <span className={styles.subtitle}>
          <StatusDot kind={statusMeanings[learner.status]}>
            {t(`core:words.learnerStatuses.${learner.status}`)}
          </StatusDot>
          <span>{facts.filter(Boolean).join(' · ')}</span>
          <OriginMark subject="learner" subjectId={learner.id} fields={headerFields} name={of('record')} />
        </span>
      }
      actions={<LearnerActions learner={learner} />}
    />
  )
}

/** What still lies between a learner and the track they want. */
function LearnerWay({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('gains')
  const { inLanguage } = useLearnerWords()
  const track = learner.interestTrack
  if (track === null) return null
  const title = t('way.titleFor', { track: inLanguage(track.name) })
  return <WayToTrack learnerId={learner.id} trackId={track.id} title={title} isCard />
}

/** The tests of the timeline, as the chart takes them. */
const testsIn = (entries: readonly TimelineEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'assessment' ? [{ ...entry, testedOn: entry.on }] : []))

/** One learner: where they stand, what happened so far, what is on record. */
export function LearnerScreen() {
  const learnerId = Number(useParams().learnerId)
  const { t } = useTranslation('learners')
  const say = useFailureText()
  const learner = useQuery(api.learners.get.queryOptions({ input: { learnerId } }))
  const timeline = useQuery(api.learners.timeline.queryOptions({ input: { learnerId } }))
  // Also over a record that was read before: somebody erased it since, or it is out of sight.
  if (learner.error) {
    return (
      <>
        <PageHeader back={<Link href="#/learners">{t('title')}</Link>} title={t('page.notShown')} />
        <ErrorState
          message={say(failureFrom(learner.error)).message}
          onRetry={() => void learner.refetch()}
        />
      </>
    )
  }
  if (!learner.data) return <Skeleton lines={12} />
  // The record was merged into another one of the same person.
  if (learner.data.id !== learnerId) return <Redirect to={learnerPath(learner.data.id)} replace />
  return (
    <>
      <LearnerHeader learner={learner.data} />
      <div className={styles.page}>
        <div className={styles.column}>
          <Card>
            {timeline.data ? <LevelChart tests={testsIn(timeline.data)} /> : <Skeleton height="16rem" />}
          </Card>
          <LearnerGainsCard learnerId={learner.data.id} />
          <TimelineCard
            entries={timeline.data}
            failure={timeline.error && say(failureFrom(timeline.error)).message}
            onRetry={() => void timeline.refetch()}
          />
          <LearnerRecordCard learnerId={learner.data.id} />
        </div>
        <div className={styles.column}>
          <div className={styles.facts}>
            <FactsCard learner={learner.data} />
          </div>
          <EvidenceCard learner={learner.data} />
          <LearnerWay learner={learner.data} />
          <HoursCard learner={learner.data} />
          <MergedCard learnerId={learner.data.id} />
          <RecordCard learnerId={learner.data.id} />
        </div>
      </div>
    </>
  )
}
