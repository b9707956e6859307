import { useTranslation } from 'react-i18next'
import type { ResultRow } from '../../../shared/contract/screenings.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { decisionMeaning, useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

/** What people decided, newest first. */
export function DecisionHistory({ decisions }: { decisions: readonly NonNullable<ResultRow['decision']>[] }) {
  const { t } = useTranslation('screening')
  const { dayOfMoment } = useScreeningWords()
  return (
    <section>
      <h3 className={styles.section}>{t('decisions.title')}</h3>
      {decisions.length === 0 ? (
        <p>{t('decisions.none')}</p>
      ) : (
        <ul className={styles.history}>
          {decisions.map(({ id, decision, reason, decidedAt, decidedByName }) => (
            <li key={id}>
              <StatusDot kind={decisionMeaning[decision]}>{t(`decided.${decision}`)}</StatusDot>
              <p className={styles.quiet}>
                {t('decisions.by', { name: decidedByName, date: dayOfMoment(decidedAt) })}
              </p>
              {reason !== null && <p>{reason}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
