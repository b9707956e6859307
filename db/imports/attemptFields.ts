import type { ImportField } from '../../shared/contract/imports.ts'
import type { LocalText } from '../../shared/values/vocabulary.ts'
import { foldForSearch } from '../../shared/values/names.ts'

/** One exam part of the credential that a cohort history is about. */
export interface ExamPart {
  readonly key: string
  readonly name: LocalText
}

/** Attempts of one part that a person can match columns to, whatever the file has. */
const attemptsOffered = 3
const mostAttempts = 20

export interface AttemptField {
  readonly what: 'attemptDate' | 'attemptResult'
  readonly part: string
  readonly number: number
}

export const attemptFieldId = ({ what, part, number }: AttemptField) => `${what}.${part}.${number}`

/** The attempt that a field's id speaks of; null for any other field. */
export function attemptFieldOf(id: string): AttemptField | null {
  const found = /^(attemptDate|attemptResult)\.(\w+)\.(\d+)$/.exec(id)
  if (!found) return null
  return { what: found[1] as AttemptField['what'], part: found[2]!, number: Number(found[3]) }
}

const resultWords = new Set(['result', 'results', 'outcome', 'resultado', 'status', 'estado'])
const dateWords = new Set([
  'date',
  'taken',
  'on',
  'fecha',
  'attempt',
  'intento',
  'test',
  'exam',
  'examen',
  'prueba',
])

function wordsOf(part: ExamPart): Set<string> {
  const key = part.key.replace(/([A-Z])/g, ' $1')
  return new Set(foldForSearch(`${key} ${part.name.en} ${part.name.es}`).split(' '))
}

/** The attempt that a heading such as `Knowledge 2 Result` or `Habilidades 1` speaks of. */
function attemptIn(heading: string, parts: readonly ExamPart[]): AttemptField | null {
  const words = foldForSearch(heading).split(' ')
  const number = words.map(Number).find((word) => Number.isInteger(word) && word > 0) ?? 1
  if (number > mostAttempts) return null
  const isResult = words.some((word) => resultWords.has(word))
  const names = words.filter((word) => !/^\d+$/.test(word) && !resultWords.has(word) && !dateWords.has(word))
  if (names.length === 0) return null
  const fitting = parts.filter((part) => {
    const own = wordsOf(part)
    return names.every((word) => own.has(word))
  })
  const [part] = fitting
  if (part === undefined || fitting.length > 1) return null
  return { what: isResult ? 'attemptResult' : 'attemptDate', part: part.key, number }
}

/** The fields of attempts that headings speak of, by folded heading's place: null where none is meant. */
export function guessAttempts(headings: readonly string[], parts: readonly ExamPart[]): (string | null)[] {
  return headings.map((heading) => {
    const attempt = heading === '' ? null : attemptIn(heading, parts)
    return attempt === null ? null : attemptFieldId(attempt)
  })
}

/** Every attempt field to offer: those that the headings speak of and a usual number beside them. */
export function attemptFields(
  parts: readonly ExamPart[],
  guessed: readonly (string | null)[],
): ImportField[] {
  const highest = guessed.reduce((most, id) => {
    const attempt = id === null ? null : attemptFieldOf(id)
    return Math.max(most, attempt?.number ?? 0)
  }, attemptsOffered)
  return parts.flatMap((part) =>
    Array.from({ length: highest }, (_, index) => index + 1).flatMap((number) =>
      (['attemptDate', 'attemptResult'] as const).map((what) => ({
        id: attemptFieldId({ what, part: part.key, number }),
        name: what,
        isRequired: false,
        isRepeatable: false,
        part: part.name,
        number,
      })),
    ),
  )
}
