import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SentenceWords } from '../shared/rules/screening/sentenceFor.ts'
import type { Language } from '../shared/values/vocabulary.ts'
import { formatDay } from './ui/formatDay.ts'

/** The words of one language for sentences about screening answers; a printed page may need both. */
export function sentenceWords(texts: i18n, language: Language): SentenceWords {
  const t = texts.getFixedT(language, 'core')
  return { language, t: (key, values) => t(key, values ?? {}), date: (day) => formatDay(day, language) }
}

/** The words of the reader's language. */
export function useSentenceWords(): SentenceWords {
  const { i18n: texts } = useTranslation('core')
  return sentenceWords(texts, texts.resolvedLanguage === 'es' ? 'es' : 'en')
}
