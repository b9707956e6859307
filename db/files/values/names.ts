import type { Cell } from '../tableFile.ts'
import { converted, failed, toText, type Converted } from './converted.ts'

/** A person's name in its two parts, as typed; either may be `''` when only one is known. */
export interface NameParts {
  readonly firstName: string
  readonly lastName: string
}

/** Small words that begin a family name or join its parts. */
const familyParticles = new Set(
  'al da das de del della der di do dos du el la las le los san santa st van ver von y'.split(' '),
)
const suffix = /^(jr|sr|ii|iii|iv)\.?$/i

/**
 * A full name in its likely parts. A comma settles it (`Last, First`); without one the middle of the words
 * is a guess, moved to the left over particles (`Ana de la Cruz`), because no rule fits every naming custom:
 * compare with known people by `nameReadings` before trusting it.
 */
export function toNameParts(cell: Cell): Converted<NameParts> {
  const readings = nameReadings(cell)
  const [likeliest] = readings
  if (likeliest !== undefined) return converted(likeliest)
  const text = toText(cell)
  return text.ok ? failed('notAName') : text
}

/** Every way to divide a full name into first and last, the likeliest first; empty when it has no letters. */
export function nameReadings(cell: Cell): NameParts[] {
  const text = toText(cell)
  if (!text.ok || !/\p{L}/u.test(text.value)) return []
  const comma = text.value.indexOf(',')
  if (comma >= 0 && !suffix.test(text.value.slice(comma + 1).trim())) {
    return [{ lastName: text.value.slice(0, comma).trim(), firstName: text.value.slice(comma + 1).trim() }]
  }
  const words = text.value.split(' ')
  const only = words.length === 1 ? [{ firstName: '', lastName: text.value }] : []
  return [...only, ...placesToDivide(words).map((place) => divide(words, place))]
}

function divide(words: readonly string[], place: number): NameParts {
  return { firstName: words.slice(0, place).join(' '), lastName: words.slice(place).join(' ') }
}

function placesToDivide(words: readonly string[]): number[] {
  const places = Array.from({ length: words.length - 1 }, (_, index) => index + 1)
  const likeliest = likeliestPlace(words)
  return places.sort((first, second) => Math.abs(first - likeliest) - Math.abs(second - likeliest))
}

function likeliestPlace(words: readonly string[]): number {
  const particle = words.findIndex((word, index) => index > 0 && familyParticles.has(word.toLowerCase()))
  const ending = suffix.test(words.at(-1) ?? '') ? 1 : 0
  const middle = Math.max(1, Math.ceil((words.length - ending) / 2))
  return particle > 0 ? Math.min(particle, middle) : middle
}
