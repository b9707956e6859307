import { nameWords } from '../values/names.ts'

/** How alike two names are, from certain to not at all. */
export type NameLikeness = 'same' | 'joined' | 'partial' | 'similar' | 'different'

const order: readonly NameLikeness[] = ['same', 'joined', 'partial', 'similar', 'different']

function worse(first: NameLikeness, second: NameLikeness): NameLikeness {
  return order.indexOf(first) >= order.indexOf(second) ? first : second
}

function better(first: NameLikeness, second: NameLikeness): NameLikeness {
  return order.indexOf(first) <= order.indexOf(second) ? first : second
}

/** A name as its folded words, prepared once for many comparisons. */
export interface NameParts {
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** All words in alphabetical order: equal for the same words in any order. */
  readonly sorted: string
}

/** Folds a name for comparing. */
export function namePartsOf(givenName: string, familyName: string): NameParts {
  const given = nameWords(givenName)
  const family = nameWords(familyName)
  return { given, family, sorted: [...given, ...family].sort().join(' ') }
}

/** Edits (insert, delete, replace, swap neighbours) between two words; stops counting above the limit. */
function editsBetween(first: string, second: string, limit: number): number {
  if (Math.abs(first.length - second.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let row = 1; row <= first.length; row++) {
    const line = [row]
    for (let column = 1; column <= second.length; column++) {
      const same = first[row - 1] === second[column - 1]
      let edits = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      const swapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1]
      if (swapped) edits = Math.min(edits, beforeLast[column - 2]! + 1)
      line.push(edits)
    }
    beforeLast = last
    last = line
  }
  return last[second.length]!
}

/** The consonants as heard, so that transliterations agree: Yousef, Youssef and Yusuf. */
function consonantsOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/[ckq]+h?/g, 'k')
    .replace(/[vw]/g, 'v')
    .replace(/z/g, 's')
    .replace(/(.)[aeiouy]+/g, '$1')
    .replace(/(.)\1+/g, '$1')
}

/** Given names one letter apart are often two people (María and Mario, Juan and Juana), at the end above all. */
function areSimilarGivenWords(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (short.length < 4) return false
  const stem = short.slice(0, -1)
  if (long === short + long.at(-1)! || (long.length === short.length && long.startsWith(stem))) return false
  const edits = editsBetween(short.replace(/(.)\1/g, '$1'), long.replace(/(.)\1/g, '$1'), 2)
  if (edits > 2) return false
  const swapped = edits === 1 && short.length === long.length && sortedLetters(short) === sortedLetters(long)
  return swapped || consonantsOf(short) === consonantsOf(long)
}

function sortedLetters(word: string): string {
  return [...word].sort().join('')
}

function areSimilarFamilyWords(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length)
  if (length < 4) return false
  const limit = length >= 8 ? 2 : 1
  return editsBetween(first, second, limit) <= limit || areSimilarGivenWords(first, second)
}

function isInitialOf(first: string, second: string): boolean {
  return first.length === 1 ? second.startsWith(first) : second.length === 1 && first.startsWith(second)
}

/** Every word of the shorter name must have its own word in the longer one. */
function fieldLikeness(
  first: readonly string[],
  second: readonly string[],
  areSimilar: (first: string, second: string) => boolean,
): NameLikeness {
  if (first.length === 0 || second.length === 0) return 'different'
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  const left = [...long]
  let likeness: NameLikeness = short.length === long.length ? 'same' : 'partial'
  const unmatched: string[] = []
  for (const word of short) {
    const index = left.indexOf(word)
    if (index < 0) unmatched.push(word)
    else left.splice(index, 1)
  }
  if (unmatched.length > 0 && first.join('') === second.join('')) return 'joined'
  for (const word of unmatched) {
    const initial = left.findIndex((other) => isInitialOf(word, other))
    const index = initial >= 0 ? initial : left.findIndex((other) => areSimilar(word, other))
    if (index < 0) return 'different'
    likeness = worse(likeness, initial >= 0 ? 'partial' : 'similar')
    left.splice(index, 1)
  }
  return likeness
}

/** How alike two given names are, in any order of their words. */
export function givenNameLikeness(first: NameParts, second: NameParts): NameLikeness {
  return fieldLikeness(first.given, second.given, areSimilarGivenWords)
}

/** How alike two whole names are: given and family names may have changed places. */
export function nameLikeness(first: NameParts, second: NameParts): NameLikeness {
  if (first.sorted === '' || second.sorted === '') return 'different'
  if (first.sorted === second.sorted) return 'same'
  if (joinedEitherWay(first, second)) return 'joined'
  const straight = worse(
    givenNameLikeness(first, second),
    fieldLikeness(first.family, second.family, areSimilarFamilyWords),
  )
  const crossed = worse(
    fieldLikeness(first.given, second.family, areSimilarGivenWords),
    fieldLikeness(first.family, second.given, areSimilarGivenWords),
  )
  return better(straight, crossed)
}

function joinedEitherWay(first: NameParts, second: NameParts): boolean {
  const one = [first.given.join(''), first.family.join('')]
  const other = [second.given.join(''), second.family.join('')]
  const whole = one.join('')
  return whole === other.join('') || whole === `${other[1]}${other[0]}`
}
