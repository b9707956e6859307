import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { formatDay } from '../../ui/formatDay.ts'

/** Words for a score table: when it counts, and the scores of a level. */
export function useTableWords() {
  const { t } = useTranslation('instruments')
  const { locale } = useLocale()
  const day = (iso: string) => formatDay(iso, locale)
  return {
    dates({ effectiveFrom: from, effectiveTo: to }: LevelTableRecord): string {
      if (from !== null && to !== null) return t('dates.between', { from: day(from), to: day(to) })
      if (from !== null) return t('dates.from', { from: day(from) })
      return to === null ? t('dates.always') : t('dates.until', { to: day(to) })
    },
    range(low: number | null, high: number | null): string {
      if (low !== null && high !== null) return t('range.between', { low, high })
      if (low !== null) return t('range.from', { low })
      return high === null ? t('range.any') : t('range.upTo', { high })
    },
  }
}
