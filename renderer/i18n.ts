import i18next from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import { coreTexts } from '../shared/texts/index.ts'
import { languages, type Language } from '../shared/values/vocabulary.ts'

type Texts = Record<string, unknown>

const screens = import.meta.glob<Texts>('./locales/*/*.json', { eager: true, import: 'default' })

/** `./locales/es/learners.json` → ['es', 'learners'] */
function placeOf(path: string): [string, string] {
  const [language = '', file = ''] = path.split('/').slice(-2)
  return [language, file.replace('.json', '')]
}

function resourcesFor(language: Language): Record<string, Texts> {
  const own = Object.entries(screens)
    .map(([path, texts]) => [...placeOf(path), texts] as const)
    .filter(([of]) => of === language)
    .map(([, name, texts]) => [name, texts] as const)
  return { ...Object.fromEntries(own), core: coreTexts[language] }
}

/** The language of this machine, for the screens before anybody has signed in. */
export const machineLanguage = (): Language => (navigator.language.startsWith('es') ? 'es' : 'en')

/** The tag by which numbers and days of a language are written: as in the United States, so that 39.2 is never 39,2. */
export const localeOf = (language: string): string => (language.startsWith('es') ? 'es-US' : 'en-US')

/** Every text of both languages is in the page: switching is instant and needs no request. */
export async function startTexts(): Promise<void> {
  await i18next
    .use(new ICU({ parseLngForICU: localeOf }))
    .use(initReactI18next)
    .init({
      resources: Object.fromEntries(languages.map((language) => [language, resourcesFor(language)])),
      // `language` is the locale; the language of the texts themselves is `resolvedLanguage`.
      lng: localeOf(machineLanguage()),
      fallbackLng: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}
