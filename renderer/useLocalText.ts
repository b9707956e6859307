import { useTranslation } from 'react-i18next'
import type { LocalText } from '../shared/values/vocabulary.ts'

/** Picks the reader's language of a text that the program's staff wrote in both. */
export function useLocalText(): (text: LocalText) => string {
  const { i18n } = useTranslation()
  return (text) => (i18n.resolvedLanguage === 'es' ? text.es : text.en)
}
