import { useTranslation } from 'react-i18next'
import type { ShownRate } from '../../../shared/contract/reports.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import type { CohortNumber } from '../explain/cohortNumbers.ts'
import { useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

interface CountCellProps {
  /** Null: hidden for outside use. */
  value: number | null
  number: CohortNumber
}

/** A count that opens what it is made of. */
export function CountCell({ value, number }: CountCellProps) {
  const { t, i18n } = useTranslation('reports')
  if (value === null) return <span className={styles.hidden}>{t('core:reports.marks.hidden')}</span>
  const text = new Intl.NumberFormat(i18n.language).format(value)
  return <ExplainedNumber number={{ ...number, text }} />
}

interface RateCellProps {
  rate: ShownRate
  /** False while somebody is still in; null where that would tell a hidden count. */
  isFinal?: boolean | null
  number: CohortNumber
}

/** A rate with its marks; it opens what it is made of. */
export function RateCell({ rate, isFinal = true, number }: RateCellProps) {
  const { percent, marks } = useReportText()
  const text = percent(rate)
  const said = marks(rate, isFinal)
  return (
    <span className={styles.rate}>
      {said.length > 0 && <span className={styles.marks}>{said.join(' · ')}</span>}
      {rate.state === 'hidden' ? (
        <span className={styles.hidden}>{text}</span>
      ) : (
        <ExplainedNumber number={{ ...number, text }} />
      )}
    </span>
  )
}

/** The name of a line; a code is never broken at its hyphen. */
export function LineName({ line }: { line: Parameters<ReturnType<typeof useReportText>['lineName']>[0] }) {
  const { lineName } = useReportText()
  return <span className={line.kind === 'cohort' ? styles.code : undefined}>{lineName(line)}</span>
}
