import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import {
  benchmarkShare,
  isSmallGroup,
  percentOneDecimal,
  roundHalfUp,
  wilsonInterval,
  type Benchmark,
  type Rate,
} from '../../../shared/rules/rates.ts'
import { tenths } from '../../ui/tenths.ts'

/** Writes rates in the reader's way: one decimal, "none due" for 0 of 0, the counts beside it. */
export function useRateText() {
  const { t } = useTranslation('cohorts')
  const { locale } = useLocale()
  const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', ...tenths })
  const pointsFormat = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', ...tenths })
  const share = (value: number) => percentFormat.format(roundHalfUp(value * 100, 1) / 100)

  const percent = (rate: Rate) => {
    const value = percentOneDecimal(rate)
    return value === null ? t('rates.noneDue') : percentFormat.format(value / 100)
  }
  const counts = ({ numerator, denominator }: Rate) => t('rates.counts', { numerator, denominator })
  return {
    /** "83.3%", or "none due". */
    percent,
    /** "20 of 24". */
    counts,
    /** "83.3% · 20 of 24"; only the words where none is due. */
    full: (rate: Rate) =>
      rate.denominator === 0 ? t('rates.noneDue') : `${percent(rate)} · ${counts(rate)}`,
    /** "small group", or undefined. */
    smallGroup: (rate: Rate) => (isSmallGroup(rate) ? t('rates.smallGroup') : undefined),
    /** A benchmark: counts where there are counts, else its share alone. */
    figure: (figure: Benchmark) => {
      const value = benchmarkShare(figure)
      if (value === null) return t('rates.noneDue')
      return 'share' in figure ? share(value) : `${share(value)} · ${counts(figure)}`
    },
    /** "+3.2 points". */
    points: (value: number) => t('rates.points', { points: pointsFormat.format(roundHalfUp(value, 1)) }),
    /** "62.1% to 92.3%": the 95 % Wilson interval; empty where none is due. */
    interval: (rate: Rate) => {
      const ends = wilsonInterval(rate)
      return ends === null ? '' : t('rates.interval', { low: share(ends.low), high: share(ends.high) })
    },
  }
}
