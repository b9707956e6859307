import { useTranslation } from 'react-i18next'
import type { ShownRate } from '../../../shared/contract/reports.ts'
import { Link } from '../../ui/Link.tsx'
import type { OpenedNumber } from './opened.ts'
import { useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

/** Opens the people behind a number; undefined where nobody may be named. */
export type OpenNumber = ((opened: OpenedNumber) => void) | undefined

interface CountCellProps {
  /** Null: hidden for outside use. */
  value: number | null
  opened: OpenedNumber
  onOpen: OpenNumber
}

/** A count that opens the people behind it. */
export function CountCell({ value, opened, onOpen }: CountCellProps) {
  const { t, i18n } = useTranslation('reports')
  if (value === null) return <span className={styles.hidden}>{t('core:reports.marks.hidden')}</span>
  const text = new Intl.NumberFormat(i18n.language).format(value)
  if (onOpen === undefined || value === 0) return text
  return (
    <Link
      isQuiet
      aria-label={t('openNumber', { count: text, title: opened.title, of: opened.of })}
      onPress={() => onOpen(opened)}
    >
      {text}
    </Link>
  )
}

interface RateCellProps {
  rate: ShownRate
  /** False while somebody is still in; null where that would tell a hidden count. */
  isFinal?: boolean | null
  opened: OpenedNumber
  onOpen: OpenNumber
}

/** A rate with its marks; it opens what it is made of. */
export function RateCell({ rate, isFinal = true, opened, onOpen }: RateCellProps) {
  const { t } = useTranslation('reports')
  const { percent, full, marks } = useReportText()
  const text = percent(rate)
  const said = marks(rate, isFinal)
  const isPlain = onOpen === undefined || rate.state !== 'shown'
  return (
    <span className={styles.rate}>
      {said.length > 0 && <span className={styles.marks}>{said.join(' · ')}</span>}
      {isPlain ? (
        <span className={rate.state === 'shown' ? undefined : styles.hidden}>{text}</span>
      ) : (
        <Link
          isQuiet
          aria-label={t('openNumber', { count: text, title: opened.title, of: opened.of })}
          onPress={() => onOpen({ ...opened, rate: full(rate) })}
        >
          {text}
        </Link>
      )}
    </span>
  )
}

/** The name of a line; a code is never broken at its hyphen. */
export function LineName({ line }: { line: Parameters<ReturnType<typeof useReportText>['lineName']>[0] }) {
  const { lineName } = useReportText()
  return <span className={line.kind === 'cohort' ? styles.code : undefined}>{lineName(line)}</span>
}
