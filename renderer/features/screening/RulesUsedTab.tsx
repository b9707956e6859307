import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Screening } from '../../../shared/contract/screenings.ts'
import { api } from '../../api.ts'
import { Link } from '../../ui/Link.tsx'
import { RequirementList } from '../tracks/RequirementSummary.tsx'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

/** The rules as they were when the screening was run, whatever the track says now. */
export function RulesUsedTab({ screening }: { screening: Screening }) {
  const { t } = useTranslation('screening')
  const { day, dayOfMoment, language } = useScreeningWords()
  // Only the names of components come from the track as it is now.
  const track = useQuery(api.tracks.get.queryOptions({ input: { id: screening.trackId } }))
  return (
    <div className={styles.parts}>
      <p>
        {t('rulesUsed.intro', {
          version: screening.version,
          since: day(screening.rulesSince),
          name: screening.createdByName,
          on: dayOfMoment(screening.createdAt),
        })}{' '}
        <Link href={`#/tracks/${screening.trackId}`}>
          {t('rulesUsed.open', { track: screening.trackName[language] })}
        </Link>
      </p>
      <RequirementList requirements={screening.requirements} components={track.data?.components ?? []} />
    </div>
  )
}
