import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/contract/learnerTimeline.ts'
import type { OriginSubject } from '../../../shared/values/origins.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import {
  CertificationIcon,
  CohortsIcon,
  PhoneIcon,
  ScreeningIcon,
  TableIcon,
  WaitingIcon,
  ApplyIcon,
  type Icon,
} from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AssessmentActions } from '../assessments/AssessmentActions.tsx'
import { ContactActions } from '../contacts/ContactActions.tsx'
import { OriginMark } from '../origins/OriginMark.tsx'
import { useLearnerWords } from './learnerWords.ts'
import { useTimelineWords } from './useTimelineWords.ts'
import styles from './LearnerScreen.module.css'

const icons: Record<TimelineEntry['kind'], Icon> = {
  assessment: TableIcon,
  screening: ScreeningIcon,
  decision: ApplyIcon,
  waitlist: WaitingIcon,
  cohortStart: CohortsIcon,
  cohortEnd: CohortsIcon,
  attempt: CertificationIcon,
  contact: PhoneIcon,
}

/** The records of which it can be told where they come from; the others are made here. */
const origins: Partial<Record<TimelineEntry['kind'], OriginSubject>> = {
  assessment: 'assessment',
  cohortStart: 'cohortMember',
  cohortEnd: 'cohortMember',
  attempt: 'attempt',
}

/** Entries in sight before the rest is asked for. */
const firstShown = 12

interface TimelineCardProps {
  entries: readonly TimelineEntry[] | undefined
  failure: string | null
  onRetry: () => void
}

/** Everything that happened to the learner, in one list, newest first. */
export function TimelineCard({ entries, failure, onRetry }: TimelineCardProps) {
  const { t } = useTranslation('learners')
  const [isAll, setAll] = useState(false)
  const shown = isAll ? entries : entries?.slice(0, firstShown)
  const hidden = (entries?.length ?? 0) - (shown?.length ?? 0)
  return (
    <Card title={t('timeline.title')}>
      {failure !== null && <ErrorState message={failure} onRetry={onRetry} />}
      {failure === null && shown === undefined && <Skeleton lines={6} />}
      {shown?.length === 0 && <p>{t('timeline.empty')}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ol className={styles.timeline}>
          {shown.map((entry) => (
            <Entry key={`${entry.kind} ${entry.id} ${entry.on}`} entry={entry} />
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <Button variant="quiet" onPress={() => setAll(true)}>
          {t('timeline.showAll', { count: hidden })}
        </Button>
      )}
    </Card>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const { day } = useLearnerWords()
  const words = useTimelineWords()
  const Icon = icons[entry.kind]
  const { main, href, detail, mark } = words(entry)
  const origin = origins[entry.kind]
  return (
    <li className={styles.entry}>
      <Icon aria-hidden size={16} className={styles.entryIcon} />
      <div>
        <p className={styles.entryMain}>
          {href === null ? main : <Link href={href}>{main}</Link>}{' '}
          {mark && <Badge kind={mark.kind}>{mark.word}</Badge>}
          {origin && <OriginMark subject={origin} subjectId={entry.id} name={`${main}, ${day(entry.on)}`} />}
        </p>
        {detail !== '' && <p className={styles.quiet}>{detail}</p>}
      </div>
      <time dateTime={entry.on} className={styles.entryDay}>
        {day(entry.on)}
      </time>
      {entry.kind === 'assessment' && (
        <span className={styles.entryActions}>
          <AssessmentActions
            assessmentId={entry.id}
            isVoided={entry.voided}
            name={`${t(`core:words.skillAreas.${entry.skillArea}`)} ${day(entry.on)}`}
          />
        </span>
      )}
      {entry.kind === 'contact' && (
        <span className={styles.entryActions}>
          <ContactActions contactId={entry.id} name={`${main} ${day(entry.on)}`} />
        </span>
      )}
    </li>
  )
}
