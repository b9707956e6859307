import { useTranslation } from 'react-i18next'
import type { Screening } from '../../../shared/contract/screenings.ts'
import { StatTile } from '../../ui/Card.tsx'
import type { Definition } from '../explain/definitions.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { ExplainedSentence } from '../explain/ExplainedSentence.tsx'
import type { NumberAsked, NumberToOpen } from '../explain/numberToOpen.ts'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

type TrialNumber = Extract<NumberAsked, { explain: 'whatIf' }>['input']['number']

/** What was tried: the rule, its own threshold and the other one in words. */
export interface Tried {
  key: string
  threshold: number
  real: string
  other: string
}

interface TrialResultProps {
  screening: Screening
  tried: Tried
  result: Record<TrialNumber, number> & { examples: readonly { learnerId: number; learnerName: string }[] }
}

const definitions: Record<TrialNumber, Definition> = {
  eligibleNow: 'eligible',
  eligibleThen: 'eligibleThen',
  newlyEligible: 'newlyEligible',
  noLongerEligible: 'noLongerEligible',
}

/** How many are in with the rule as it is and with the threshold tried, and some of those who would be in. */
export function TrialResult({ screening, tried, result }: TrialResultProps) {
  const { t } = useTranslation('screening')
  const { number } = useScreeningWords()
  const { key, threshold, real, other } = tried
  const asItIs = t('whatIf.asItIs', { threshold: real })
  const then = t('whatIf.then', { threshold: other })
  const opened = (title: string, of: string, counted: TrialNumber): NumberToOpen => ({
    ...{ title, of, text: number(result[counted]), definition: definitions[counted] },
    asked: {
      explain: 'whatIf',
      input: { screeningId: screening.id, key, threshold, number: counted },
    },
  })
  return (
    <section aria-live="polite" aria-label={t('whatIf.title')} className={styles.parts}>
      <div className={styles.trial}>
        <StatTile
          label={asItIs}
          value={<ExplainedNumber number={opened(asItIs, '', 'eligibleNow')} />}
          detail={t('whatIf.eligible')}
        />
        <StatTile
          label={then}
          value={<ExplainedNumber number={opened(then, '', 'eligibleThen')} />}
          detail={
            <ExplainedSentence
              say={(more, fewer) => t('whatIf.change', { more, fewer })}
              numbers={[
                opened(t('whatIf.more'), then, 'newlyEligible'),
                opened(t('whatIf.fewer'), then, 'noLongerEligible'),
              ]}
            />
          }
        />
      </div>
      {result.examples.length > 0 && (
        <div>
          <h3 className={styles.section}>
            {t('whatIf.who', { shown: result.examples.length, count: result.newlyEligible })}
          </h3>
          <ul className={styles.names}>
            {result.examples.map(({ learnerId, learnerName }) => (
              <li key={learnerId}>{learnerName}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.quiet}>{t('whatIf.nothingChanged')}</p>
    </section>
  )
}
