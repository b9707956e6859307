import type { Language } from '../../../shared/values/vocabulary.ts'

const isDay = /^\d{4}-\d{2}-\d{2}$/
const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** A day or a moment in the reader's way; anything else as it is. */
export function dateWords(text: string, language: Language): string {
  if (isDay.test(text)) {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
    return day.format(new Date(`${text}T00:00:00Z`))
  }
  if (!isMoment.test(text)) return text
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))
}
