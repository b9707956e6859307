import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LocalText, LearnerStatus } from '../../../shared/values/vocabulary.ts'
import type { Meaning } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'

export const statusMeanings: Record<LearnerStatus, Meaning> = {
  prospect: 'info',
  active: 'success',
  paused: 'warning',
  left: 'neutral',
}

/** Days, levels and texts in two languages, in the reader's words. */
export function useLearnerWords() {
  const { t, i18n } = useTranslation('learners')
  const { locale } = useLocale()
  return {
    day: (iso: string | null) => (iso === null ? null : formatDay(iso, locale)),
    /** "Level 4", "above level 6", or that no table knows it. */
    level: (level: number | null) =>
      level === null ? t('levelUnknown') : level > 6 ? t('aboveLevel6') : t('level', { level }),
    /** The number alone, for columns headed "level": 4, 6+ for above 6, a dash if it is not known. */
    levelNumber: (level: number | null) =>
      level === null ? '–' : level > 6 ? t('aboveLevel6Short') : String(level),
    inLanguage: (text: LocalText) => (i18n.resolvedLanguage === 'es' ? text.es : text.en),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
  }
}
