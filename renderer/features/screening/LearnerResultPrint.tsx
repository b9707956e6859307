import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { PrintButton } from '../../disclosure/PrintButton.tsx'
import { useSession } from '../../shell/session.ts'
import { cx } from '../../ui/cx.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { PlainResult } from './PlainResult.tsx'
import plain from './PlainResult.module.css'
import { screeningPath } from './screeningPaths.ts'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

type Shown = Language | 'both'

/** One learner's result to read together and to hand over on one page, in one language or both. */
export function LearnerResultPrint() {
  const { id, learnerId } = useParams()
  const { t } = useTranslation('screening')
  const { language } = useScreeningWords()
  const { programName } = useSession()
  const shownFailure = useFailureText()
  const [shown, setShown] = useState<Shown>(language)
  const screeningId = Number(id)
  const screening = useQuery(api.screenings.get.queryOptions({ input: { id: screeningId } }))
  const result = useQuery(
    api.screenings.result.queryOptions({ input: { screeningId, learnerId: Number(learnerId) } }),
  )
  const error = screening.error ?? result.error
  if (error) {
    const { message } = shownFailure(failureFrom(error))
    return <ErrorState message={message} onRetry={() => void result.refetch()} />
  }
  if (!screening.data || !result.data) return <Skeleton lines={12} />
  const inLanguages: Language[] = shown === 'both' ? ['en', 'es'] : [shown]
  return (
    <>
      <div className={styles.found} data-print="hide">
        <Link href={`#${screeningPath(screeningId)}`}>{t('print.back')}</Link>
        <div className={styles.actions}>
          <SegmentedControl
            label={t('print.language')}
            options={[
              { id: 'en', label: t('core:words.languages.en') },
              { id: 'es', label: t('core:words.languages.es') },
              { id: 'both', label: t('print.both') },
            ]}
            value={shown}
            onChange={setShown}
          />
          <PrintButton
            isPrimary
            printed={{ content: 'screeningResult', screeningId, learnerId: Number(learnerId) }}
            label={t('panel.print')}
          />
        </div>
      </div>
      <div className={cx(plain.sheet, inLanguages.length === 1 && plain.alone)}>
        {inLanguages.map((one) => (
          <PlainResult
            key={one}
            screening={screening.data}
            result={result.data}
            programName={programName ?? ''}
            language={one}
          />
        ))}
      </div>
    </>
  )
}
