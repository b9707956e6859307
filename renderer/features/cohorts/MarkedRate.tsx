import { useTranslation } from 'react-i18next'
import type { Rate } from '../../../shared/rules/rates.ts'
import { useRateText } from './useRateText.ts'
import styles from './Cohorts.module.css'

interface MarkedRateProps {
  rate: Rate
  /** True while somebody's outcome is still open. */
  isNotFinal?: boolean
}

/** A rate with the words that its reader must not miss: not final, small group. */
export function MarkedRate({ rate, isNotFinal }: MarkedRateProps) {
  const { t } = useTranslation('cohorts')
  const { percent, smallGroup } = useRateText()
  const marks = [
    rate.denominator > 0 && isNotFinal ? t('rates.notFinal') : undefined,
    smallGroup(rate),
  ].filter((mark) => mark !== undefined)
  return (
    <span className={styles.markedRate}>
      {marks.length > 0 && <span className={styles.marks}>{marks.join(' · ')}</span>}
      {percent(rate)}
    </span>
  )
}
