import { createInstance, type TOptions } from 'i18next'
import ICU from 'i18next-icu'
import type { FailureData } from '../../shared/contract/failures.ts'
import { coreTexts, failureTextKey } from '../../shared/texts/index.ts'
import { languages, type Language } from '../../shared/values/vocabulary.ts'

const i18n = createInstance()
await i18n.use(ICU).init({
  lng: 'en',
  fallbackLng: false,
  supportedLngs: languages,
  ns: ['core'],
  defaultNS: 'core',
  resources: { en: { core: coreTexts.en }, es: { core: coreTexts.es } },
  interpolation: { escapeValue: false },
})

/** The text of a key such as `words.levels.4`, with its values put in. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** The texts of `shared/texts` in one language. A key without a text throws: a test finds it, not a reader. */
export function translator(language: Language): Translate {
  const translate = i18n.getFixedT(language)
  const inWords = (key: string, values: Readonly<Record<string, unknown>>) => {
    if (!i18n.exists(key, { lng: language })) throw new Error(`no text in ${language} for ${key}`)
    return translate(key, values as TOptions)
  }
  // The same few words stand in each of a hundred thousand rows: looking them up takes longer than all the rest.
  const words = new Map<string, string>()
  return (key, values) => {
    if (values !== undefined) return inWords(key, values)
    const text = words.get(key) ?? inWords(key, {})
    words.set(key, text)
    return text
  }
}

/** Whether a language has a text for a key, for keys that come from what was once recorded. */
export const hasText = (key: string, language: Language): boolean => i18n.exists(key, { lng: language })

/** A failure in words, and what is wrong with each field at fault. */
export interface FailureInWords {
  message: string
  fields: { path: string; message: string }[]
}

/** Puts a typed failure into plain words for a person; a code without a text says what `unforeseen` says. */
export function failureInWords(failure: FailureData, language: Language): FailureInWords {
  const translate = translator(language)
  const inWords = (code: string, values: Readonly<Record<string, unknown>>) => {
    const key = failureTextKey(code)
    return translate(i18n.exists(key, { lng: language }) ? key : 'errors.unforeseen', values)
  }
  return {
    message: inWords(failure.code, failure.values),
    fields: failure.fields.map(({ path, code, values }) => ({ path, message: inWords(code, values) })),
  }
}
