import type { Language } from '../shared/values/vocabulary.ts'

/** The language of this machine, for words to somebody who has not signed in. */
export const machineLanguage = (locale = new Intl.DateTimeFormat().resolvedOptions().locale): Language =>
  locale.startsWith('es') ? 'es' : 'en'
