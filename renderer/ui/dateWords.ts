/** The words with which a language writes dates. English and Spanish words are known in every locale. */
export interface DateLanguage {
  /** Whether 3/9 is March 9. */
  readonly isMonthFirst: boolean
  /** Days from today, by folded word: today, yesterday, tomorrow. */
  readonly relativeDays: ReadonlyMap<string, number>
  /** The number of the month, 1 to 12 as digits, that a folded word names or begins (three letters or more). */
  readonly monthOf: (word: string) => string | undefined
  /** The words left when weekdays, ordinal endings and connecting words are taken out. */
  readonly withoutFillers: (words: readonly string[]) => string[]
}

const relativeDays = new Map([
  ['today', 0],
  ['hoy', 0],
  ['yesterday', -1],
  ['ayer', -1],
  ['tomorrow', 1],
  ['manana', 1],
])

/** Connecting words and ordinal endings: the 9th of March, 1.º de marzo del 81. */
const fillers = new Set(['the', 'of', 'on', 'st', 'nd', 'rd', 'th', 'de', 'del', 'el', 'dia', 'o', 'ero'])

/** Spelled so by many, though not by `Intl`. */
const furtherMonthNames: readonly (readonly [string, number])[] = [['setiembre', 9]]

const known = new Map<string, DateLanguage>()

/** The date words of a locale; the result is kept, since it is asked for at every key. */
export function languageOf(locale: string): DateLanguage {
  const kept = known.get(locale)
  if (kept) return kept
  const language = readLanguage(locale)
  known.set(locale, language)
  return language
}

/** Lower case, without accents, so that "Sáb" and "sab" are one word; º becomes o. */
export function foldWord(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function readLanguage(locale: string): DateLanguage {
  const locales = [locale, 'en', 'es']
  const months = [
    ...locales.flatMap((tag) => namesOf(tag, { month: 'long' }, monthDays)),
    ...furtherMonthNames,
  ]
  const weekdays = locales.flatMap((tag) => namesOf(tag, { weekday: 'long' }, weekDays)).map(([name]) => name)
  const monthOf = (word: string) => {
    if (word.length < 3) return undefined
    const numbers = new Set(months.filter(([name]) => name.startsWith(word)).map(([, number]) => number))
    return numbers.size === 1 ? String([...numbers][0]) : undefined
  }
  const isWeekday = (word: string) => word.length >= 3 && weekdays.some((name) => name.startsWith(word))
  return {
    isMonthFirst: isMonthFirst(locale),
    relativeDays,
    monthOf,
    withoutFillers(words) {
      const telling = words.filter((word) => !fillers.has(word))
      // "mar" is Tuesday as well as March in Spanish: a weekday is only dropped if a month remains or none was.
      const monthCount = telling.filter((word) => monthOf(word) !== undefined).length
      return telling.filter(
        (word, index) => !isWeekday(word) || (monthOf(word) !== undefined && (monthCount === 1 || index > 0)),
      )
    },
  }
}

const monthDays = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 15)))
const weekDays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)))

function namesOf(
  locale: string,
  part: Intl.DateTimeFormatOptions,
  days: readonly Date[],
): (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC' })
  return days.map((day, index) => [foldWord(format.format(day)), index + 1] as const)
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(monthDays[0])
    .map((part) => part.type)
  return parts.indexOf('month') < parts.indexOf('day')
}
