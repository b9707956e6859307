import { nameWords } from '../values/names.ts'
import { consonantsOf, editsBetween, endsAsAnotherName, isOneSlip, soundOf } from './nameSounds.ts'
import { areOneFamilyName, areOneGivenName } from './sameNames.ts'

/** How alike two names are, from certain to not at all. */
export type NameLikeness = 'same' | 'joined' | 'partial' | 'familiar' | 'similar' | 'different'

const order: readonly NameLikeness[] = ['same', 'joined', 'partial', 'familiar', 'similar', 'different']

const worse = (first: NameLikeness, second: NameLikeness): NameLikeness =>
  order.indexOf(first) >= order.indexOf(second) ? first : second

const best = (likenesses: readonly NameLikeness[]): NameLikeness =>
  likenesses.reduce((one, other) => (order.indexOf(one) <= order.indexOf(other) ? one : other))

/** One word of a name, prepared once for many comparisons. */
interface NameWord {
  readonly text: string
  /** With the particles before it: "delacruz" beside "cruz". */
  readonly whole: string
  readonly sound: string
  readonly consonants: string
}

/** A name as its folded words. */
export interface NameParts {
  readonly given: readonly NameWord[]
  readonly family: readonly NameWord[]
  readonly preferred: readonly NameWord[]
  /** All letters of each field. */
  readonly givenLetters: string
  readonly familyLetters: string
  /** All words in alphabetical order: equal for the same words in any order. */
  readonly sorted: string
}

/** Words before a name that offices drop, join or write apart. */
const particles = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'da',
  'do',
  'dos',
  'das',
  'al',
  'el',
  'bin',
  'ibn',
  'bint',
])
/** Abd al-Rahman is one name. */
const beginnings = new Set(['abd', 'abdul', 'abdel'])
/** What offices write where there is no name: "first name unknown". */
const noNames = new Set(['fnu', 'lnu', 'nfn', 'nln', 'nmn', 'xxx'])

function wordOf(text: string, whole: string): NameWord {
  const sound = soundOf(text)
  return { text, whole, sound, consonants: consonantsOf(sound) }
}

function wordsOf(name: string): NameWord[] {
  const words: NameWord[] = []
  let before = ''
  let beginning = ''
  const all = nameWords(name).filter((word) => !noNames.has(word))
  for (const [place, word] of all.entries()) {
    const isLast = place === all.length - 1
    if (!isLast && particles.has(word)) before += word
    else if (!isLast && beginnings.has(word)) beginning += before + word
    else {
      const text = beginning + (beginning === '' ? '' : before) + word
      words.push(wordOf(text, beginning === '' ? before + word : text))
      before = ''
      beginning = ''
    }
  }
  return words
}

const lettersOf = (words: readonly NameWord[]) => words.map(({ whole }) => whole).join('')

/** Folds a name for comparing. */
export function namePartsOf(givenName: string, familyName: string, preferredName: string | null): NameParts {
  const given = wordsOf(givenName)
  const family = wordsOf(familyName)
  const sorted = [...given, ...family].map(({ whole }) => whole).sort()
  return {
    ...{ given, family, preferred: wordsOf(preferredName ?? ''), sorted: sorted.join(' ') },
    ...{ givenLetters: lettersOf(given), familyLetters: lettersOf(family) },
  }
}

const areOneWord = (first: NameWord, second: NameWord) =>
  first.text === second.text || first.whole === second.whole

/** Written in another way, and heard as one: the consonants agree and at most a vowel or two differ. */
function soundAlike(first: NameWord, second: NameWord): boolean {
  if (first.sound === second.sound) return first.sound.length > 2
  if (first.consonants !== second.consonants || endsAsAnotherName(first.text, second.text)) return false
  const length = Math.min(first.sound.length, second.sound.length)
  const limit = length < 4 ? 0 : length < 6 ? 1 : 2
  return limit > 0 && editsBetween(first.sound, second.sound, limit) <= limit
}

const isLong = (first: NameWord, second: NameWord) => Math.min(first.text.length, second.text.length) >= 3

function areSimilarGivenWords(first: NameWord, second: NameWord): boolean {
  return soundAlike(first, second) || (isLong(first, second) && isOneSlip(first.text, second.text))
}

/** Fields of old systems cut names off. */
function isCutOff(first: string, second: string): boolean {
  return Math.min(first.length, second.length) >= 4 && (first.startsWith(second) || second.startsWith(first))
}

function areSimilarFamilyWords(first: NameWord, second: NameWord): boolean {
  if (soundAlike(first, second)) return true
  if (!isLong(first, second)) return false
  const limit = Math.min(first.text.length, second.text.length) >= 8 ? 2 : 1
  return editsBetween(first.text, second.text, limit) <= limit || isCutOff(first.text, second.text)
}

function isInitialOf({ text: first }: NameWord, { text: second }: NameWord): boolean {
  return first.length === 1 ? second.startsWith(first) : second.length === 1 && first.startsWith(second)
}

const areFamiliarGivenWords = (first: NameWord, second: NameWord) => areOneGivenName(first.text, second.text)
const areFamiliarFamilyWords = (first: NameWord, second: NameWord) =>
  areOneFamilyName(first.text, second.text) || areOneGivenName(first.text, second.text)

type WordTest = (first: NameWord, second: NameWord) => boolean

interface Field {
  words: readonly NameWord[]
  letters: string
}

/** Every word of the shorter name must have its own word in the longer one. */
function fieldLikeness(first: Field, second: Field, isFamily: boolean): NameLikeness {
  if (first.words.length === 0 || second.words.length === 0) return 'different'
  if (first.letters === second.letters) return first.words.length === second.words.length ? 'same' : 'joined'
  // Of two names of one length the same one always goes first: the answer may not depend on who asks.
  const isFirstShort =
    first.words.length < second.words.length ||
    (first.words.length === second.words.length && first.letters < second.letters)
  const [short, long] = isFirstShort ? [first.words, second.words] : [second.words, first.words]
  const left = [...long]
  let likeness: NameLikeness = short.length === long.length ? 'same' : 'partial'
  const steps: [WordTest, NameLikeness][] = [
    [areOneWord, 'same'],
    [isInitialOf, 'partial'],
    [isFamily ? areFamiliarFamilyWords : areFamiliarGivenWords, 'familiar'],
    [isFamily ? areSimilarFamilyWords : areSimilarGivenWords, 'similar'],
  ]
  let unmatched: readonly NameWord[] = short
  for (const [test, found] of steps) {
    const still: NameWord[] = []
    for (const word of unmatched) {
      const index = left.findIndex((other) => test(word, other))
      if (index < 0) still.push(word)
      else {
        left.splice(index, 1)
        likeness = worse(likeness, found)
      }
    }
    unmatched = still
  }
  return unmatched.length === 0 ? likeness : 'different'
}

const givenOf = ({ given, givenLetters }: NameParts): Field => ({ words: given, letters: givenLetters })
const familyOf = ({ family, familyLetters }: NameParts): Field => ({ words: family, letters: familyLetters })
const preferredOf = ({ preferred }: NameParts): Field => ({ words: preferred, letters: lettersOf(preferred) })

/** How alike two given names are, in any order of their words; the names that people go by count too. */
export function givenNameLikeness(first: NameParts, second: NameParts): NameLikeness {
  const straight = fieldLikeness(givenOf(first), givenOf(second), false)
  if (straight !== 'different') return straight
  if (first.preferred.length === 0 && second.preferred.length === 0) return 'different'
  const called = [
    fieldLikeness(preferredOf(first), givenOf(second), false),
    fieldLikeness(givenOf(first), preferredOf(second), false),
    fieldLikeness(preferredOf(first), preferredOf(second), false),
  ]
  return called.every((one) => one === 'different') ? 'different' : 'familiar'
}

/** True if at least one whole word of the family names is the same, as after most marriages. */
export function shareFamilyWord(first: NameParts, second: NameParts): boolean {
  return first.family.some((one) => second.family.some((other) => areOneWord(one, other)))
}

/** The shorter name is whole within the longer, whichever field its words stand in. */
function isWithin(first: NameParts, second: NameParts): boolean {
  const [all, others] = [first, second].map(({ given, family }) => [...given, ...family]) as [
    NameWord[],
    NameWord[],
  ]
  const [short, long] = all.length <= others.length ? [all, others] : [others, all]
  if (short.length < 2) return false
  const left = [...long]
  return short.every((word) => {
    const index = left.findIndex((other) => areOneWord(word, other))
    return index >= 0 && left.splice(index, 1).length > 0
  })
}

/** All letters with the given name first, and with the family name first. */
const bothWays = ({ givenLetters, familyLetters }: NameParts) =>
  [givenLetters + familyLetters, familyLetters + givenLetters] as const

/** How alike two whole names are: given and family names may have changed places. */
export function nameLikeness(first: NameParts, second: NameParts): NameLikeness {
  if (first.sorted === '' || second.sorted === '') return 'different'
  if (first.sorted === second.sorted) return 'same'
  const [whole, turned] = bothWays(first)
  const [otherWhole, otherTurned] = bothWays(second)
  if (whole === otherWhole || whole === otherTurned || turned === otherWhole) return 'joined'
  const straight = worse(
    givenNameLikeness(first, second),
    fieldLikeness(familyOf(first), familyOf(second), true),
  )
  if (straight !== 'different') return straight
  const crossed = worse(
    fieldLikeness(givenOf(first), familyOf(second), false),
    fieldLikeness(familyOf(first), givenOf(second), false),
  )
  return best([crossed, isWithin(first, second) ? 'partial' : 'different'])
}

/** How many letters a name has: the longer, the fewer people bear it. */
export const letterCount = ({ givenLetters, familyLetters }: NameParts): number =>
  givenLetters.length + familyLetters.length

/** Each given name with each family name, as heard: names that share both share one of these. */
export function pairsOfWords({ given, family, preferred }: NameParts): string[] {
  return [...given, ...preferred].flatMap((one) =>
    family.map((other) => [one.consonants, other.consonants].sort().join(' ')),
  )
}

/** True if a given and a family name of the one are heard in the other. */
export function shareTwoWords(first: NameParts, second: NameParts): boolean {
  const pairs = new Set(pairsOfWords(first))
  return pairsOfWords(second).some((pair) => pairs.has(pair))
}

/** The letters in alphabetical order: two names that are the same, or joined in another way, have the same. */
export const lettersInOrder = ({ givenLetters, familyLetters }: NameParts): string =>
  [...givenLetters, ...familyLetters].sort().join('')
