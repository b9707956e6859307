import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ScreeningRow } from '../../../shared/contract/screenings.ts'
import { roundHalfUp } from '../../../shared/rules/rates.ts'
import type { ScreeningResult } from '../../../shared/rules/screening/answers.ts'
import type { Decision, Language } from '../../../shared/values/vocabulary.ts'
import type { Meaning } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'

/** What the colour beside a result means. */
export const resultMeaning: Readonly<Record<ScreeningResult, Meaning>> = {
  eligible: 'success',
  needsInformation: 'warning',
  notYet: 'neutral',
}

export const decisionMeaning: Readonly<Record<Decision, Meaning>> = {
  invite: 'success',
  waitlist: 'info',
  refer: 'neutral',
  decline: 'neutral',
}

/** Numbers, days and the words for a pool in the reader's language. */
export function useScreeningWords() {
  const { t, i18n } = useTranslation('screening')
  const language: Language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const { locale } = useLocale()
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const oneDecimal = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
  const percent = (share: number) =>
    new Intl.NumberFormat(locale, oneDecimal).format(roundHalfUp(share * 100, 1) / 100)
  const day = (iso: string) => formatDay(iso, language)
  const dayOfMoment = (moment: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment))
  const pool = ({ pool: chosen, sectionName }: Pick<ScreeningRow, 'pool' | 'sectionName'>) =>
    chosen.kind === 'section'
      ? t('pools.sectionNamed', { section: sectionName ?? '' })
      : t(`pools.${chosen.kind}`)
  return { language, number, percent, day, dayOfMoment, pool }
}
