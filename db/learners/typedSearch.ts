import { foldPhone, nameWords } from '../../shared/values/names.ts'

/** What somebody typed into a search field, taken apart. */
export interface TypedSearch {
  /** Folded parts of names: a learner matches all of them, in any order. */
  nameParts: string[]
  /** What has a digit in it: part of an id, or null. */
  idPart: string | null
  /** The same as digits only, at least three of them: part of a phone number, or null. */
  phonePart: string | null
}

const hasDigit = /\p{Nd}/u

/**
 * "jose 704-555" looks for a name with *jose* in it and an id or phone with *704555*. Names have no
 * digits; ids and phone numbers have some.
 */
export function readTypedSearch(text: string): TypedSearch {
  const words = text.trim().split(/\s+/)
  const withDigits = words.filter((word) => hasDigit.test(word))
  const idPart = withDigits.join('').toLowerCase()
  const digits = idPart.replace(/\D/g, '')
  return {
    // A bracket or dash between the pieces of a phone number is no name.
    nameParts: nameWords(words.filter((word) => !hasDigit.test(word)).join(' ')),
    idPart: idPart === '' ? null : idPart,
    phonePart: digits.length < 3 ? null : foldPhone(digits) || digits,
  }
}
