import type { LineKind } from '../reportLines.ts'
import { dateInMessage, type IsoDate } from '../../../shared/values/dates.ts'
import type { Language, LocalText } from '../../../shared/values/vocabulary.ts'
import type { Translate } from '../../texts/translator.ts'

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' }

/** What a report's workbook says things with. */
export interface ReportWords {
  readonly language: Language
  readonly t: Translate
  readonly day: (day: IsoDate) => string
  /** A percentage already rounded to one decimal: 69.7 %. */
  readonly percent: (percent: number) => string
  /** One decimal, without a sign. */
  readonly oneDecimal: (value: number) => string
  /** What a line is called: the code, the site, "Level 4". */
  readonly lineName: (line: { kind: LineKind; key: string; name: string }) => string
  readonly local: (text: LocalText) => string
}

export function reportWords(language: Language, t: Translate): ReportWords {
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const days = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  const shares = new Intl.NumberFormat(locales[language], { style: 'percent', ...oneDecimal })
  const decimals = new Intl.NumberFormat(locales[language], oneDecimal)
  return {
    language,
    t,
    day: (day) => days.format(dateInMessage(day)),
    percent: (percent) => shares.format(percent / 100),
    oneDecimal: (value) => decimals.format(Math.abs(value)),
    lineName: ({ kind, key, name }) => {
      if (kind === 'total') return t('reports.groups.total')
      if (kind !== 'entryLevel') return name
      return key === 'none' ? t('reports.marks.notKnown') : t(`words.levels.${key}`)
    },
    local: (text) => text[language],
  }
}
