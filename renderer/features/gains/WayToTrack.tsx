import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WayToTrack as Way } from '../../../shared/contract/gains.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { ExplainedSentence } from '../explain/ExplainedSentence.tsx'
import styles from './Gains.module.css'

type Area = Way['areas'][number]

interface TimeNeededProps {
  area: Area
  learnerId: number
  trackId: number
}

function TimeNeeded({ area, learnerId, trackId }: TimeNeededProps) {
  const { t, i18n } = useTranslation('gains')
  const skill = t(`core:words.skillAreas.${area.skillArea}`)
  const number = new Intl.NumberFormat(i18n.language)
  const goal =
    area.neededLevel === null
      ? t('way.toScore', { skill, points: area.points })
      : t('way.toLevel', { skill, points: area.points, level: area.neededLevel })
  const { time } = area
  const say = (n: string) =>
    time.state === 'range' && time.to !== null
      ? t('way.range', { from: number.format(time.from), to: number.format(time.to), n })
      : time.state === 'range'
        ? t('way.openRange', { from: number.format(time.from), n })
        : time.state === 'noGrowth'
          ? t('way.noGrowth', { n })
          : t('way.tooFewPairs', { n })
  return (
    <li>
      <p>{goal}</p>
      <p className={styles.quiet}>
        {time.state === 'ready' ? (
          t('way.ready')
        ) : (
          <ExplainedSentence
            say={say}
            numbers={[
              {
                ...{
                  title: t('way.title'),
                  of: skill,
                  text: number.format(time.n),
                  definition: 'timeToReady',
                },
                asked: {
                  explain: 'timeToReady',
                  input: { learnerId, trackId, skillArea: area.skillArea },
                },
              },
            ]}
          />
        )}
      </p>
    </li>
  )
}

interface WayToTrackProps {
  learnerId: number
  trackId: number
  /** The heading over it. */
  title: string
  /** Whether it stands in a card of its own. */
  isCard?: boolean
}

/** The hours a learner likely needs for a track's level, from the program's own growth; nothing where no skill is short. */
export function WayToTrack({ learnerId, trackId, title, isCard = false }: WayToTrackProps) {
  const { t } = useTranslation('gains')
  const mayAsk = useMay('administrator', 'director', 'coordinator', 'instructor', 'staff')
  const way = useQuery({
    ...api.gains.wayToTrack.queryOptions({ input: { learnerId, trackId } }),
    enabled: mayAsk,
  })
  if (!way.data || way.data.areas.length === 0) return null
  const contents = (
    <>
      <ul className={styles.people}>
        {way.data.areas.map((area) => (
          <TimeNeeded key={area.skillArea} area={area} learnerId={learnerId} trackId={trackId} />
        ))}
      </ul>
      <p className={styles.quiet}>{t('way.note')}</p>
    </>
  )
  if (isCard) return <Card title={title}>{contents}</Card>
  return (
    <section>
      <h3 className={styles.wayTitle}>{title}</h3>
      {contents}
    </section>
  )
}
