import { foldPhone } from '../values/names.ts'
import { birthLikeness, type BirthLikeness } from './birthLikeness.ts'
import type { DuplicateEvidence, DuplicateReason, PersonFact } from './duplicateReasons.ts'
import {
  givenNameLikeness,
  letterCount,
  nameLikeness,
  namePartsOf,
  shareFamilyWord,
  shareTwoWords,
  type NameLikeness,
  type NameParts,
} from './nameLikeness.ts'

/** A person with everything folded for comparing, once for many comparisons. */
export interface PreparedPerson {
  readonly person: PersonFact
  readonly name: NameParts
  readonly phones: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
}

/** Numbers are written with hyphens, spaces and leading zeros, or without. */
function foldId(id: string): string {
  const [, system = '', number = ''] = /^([^:]*:)?(.*)$/.exec(id.toLowerCase())!
  const digits = number.replace(/[^\p{L}\p{N}]/gu, '').replace(/^0+/, '')
  return digits === '' ? '' : system + digits
}

/** Folds what is known of a person. */
export function prepare(person: PersonFact): PreparedPerson {
  return {
    person,
    name: namePartsOf(person.givenName, person.familyName, person.preferredName),
    phones: new Set(person.phones.map(foldPhone).filter((phone) => phone !== '')),
    ids: new Set(person.ids.map(foldId).filter((id) => id !== '')),
  }
}

function overlaps(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  for (const one of first) if (second.has(one)) return true
  return false
}

const nameScores = {
  same: 1,
  joined: 0.95,
  partial: 0.8,
  familiar: 0.75,
  similar: 0.7,
  different: 0,
} as const
const birthScores = {
  ...{ same: 1, sameNewYear: 0.7, swapped: 0.6, oneDigitOff: 0.5, yearOnly: 0.4 },
  ...{ notKnown: 0, oneGeneration: -0.4, different: -0.5 },
} as const
const nameReasons = {
  same: 'sameName',
  joined: 'sameNameJoined',
  partial: 'partialName',
  familiar: 'familiarName',
  similar: 'similarName',
} as const
const birthReasons: Partial<Record<BirthLikeness, DuplicateReason>> = {
  same: 'sameBirthDate',
  sameNewYear: 'sameBirthDate',
  swapped: 'dayAndMonthSwapped',
  oneDigitOff: 'birthDateOneDigitOff',
  yearOnly: 'birthYearOnly',
}

/** What of two records the decision rests on. */
interface Signs {
  readonly name: NameLikeness
  readonly birth: BirthLikeness
  readonly samePhone: boolean
  readonly sameId: boolean
  /** How alike the given names are where the whole names are not; a marriage changes the other ones. */
  readonly given: NameLikeness
  sharesFamilyWord(): boolean
  /** Letters of the shorter name: the same long name is rarely borne by two. */
  letters(): number
  sharesTwoWords(): boolean
  /** Nobody else on record has this name. */
  isRare(): boolean
  /** So few have this given name that it hardly meets the same birth date by chance. */
  isGivenRare(): boolean
}

/** With so many letters a whole name that is the same says as much as a phone. */
export const manyLetters = 15

/**
 * The name alone decides nothing unless it is a rare one, and a birth date with a phone decides nothing without a
 * name (twins). A shared number needs a name or birth date beside it, because numbers are mistyped too.
 */
function shouldPropose(signs: Signs): boolean {
  const { name, birth, samePhone, sameId, given } = signs
  const alike = name !== 'different'
  const exact = name === 'same' || name === 'joined'
  const keptGiven = given !== 'different'
  if (sameId) return alike || ((birth === 'same' || birth === 'sameNewYear') && keptGiven)
  switch (birth) {
    case 'same':
      // A marriage changes family names, and often the phone.
      return (
        alike ||
        (keptGiven && (samePhone || signs.sharesFamilyWord())) ||
        (given === 'same' && signs.isGivenRare())
      )
    case 'swapped':
      return alike
    case 'sameNewYear':
      return alike || (samePhone && keptGiven)
    case 'oneDigitOff':
      return alike && (exact || samePhone || (signs.sharesTwoWords() && signs.letters() >= manyLetters))
    case 'yearOnly':
      return alike && (exact || samePhone)
    case 'notKnown':
      return samePhone ? alike || given === 'same' : exact && signs.isRare()
    case 'oneGeneration':
      return alike && samePhone
    case 'different':
      return false
  }
}

/** False where birth dates rule it out and no number says otherwise, whatever the names are. */
export const canBeOne = (first: PreparedPerson, second: PreparedPerson): boolean =>
  birthLikeness(first.person.birthDate, second.person.birthDate) !== 'different' ||
  overlaps(first.ids, second.ids)

/** Asked of two people only where it decides. */
export type Rarity = Pick<Signs, 'isRare' | 'isGivenRare'>

/** Compares two people, of whom `rarity` says how many others are called like them. */
export function compare(first: PreparedPerson, second: PreparedPerson, rarity: Rarity): DuplicateEvidence {
  const name = nameLikeness(first.name, second.name)
  const birth = birthLikeness(first.person.birthDate, second.person.birthDate)
  const samePhone = overlaps(first.phones, second.phones)
  const sameId = overlaps(first.ids, second.ids)
  const given = name === 'different' ? givenNameLikeness(first.name, second.name) : name
  const reasons: DuplicateReason[] = []
  const birthReason = birthReasons[birth]
  if (sameId) reasons.push('sameId')
  if (birthReason) reasons.push(birthReason)
  if (samePhone) reasons.push('samePhone')
  if (name !== 'different') reasons.push(nameReasons[name])
  else if (given !== 'different') reasons.push('otherFamilyName')
  const points = nameScores[name] + birthScores[birth] + (samePhone ? 0.6 : 0) + (sameId ? 1 : 0)
  return {
    score: Math.min(1, Math.max(0, points / 2.6)),
    reasons,
    propose: shouldPropose({
      name,
      birth,
      samePhone,
      sameId,
      given,
      sharesFamilyWord: () => shareFamilyWord(first.name, second.name),
      letters: () => Math.min(letterCount(first.name), letterCount(second.name)),
      sharesTwoWords: () => shareTwoWords(first.name, second.name),
      ...rarity,
    }),
  }
}

/** Whether a name, or a given name, is borne by so few that it says more. */
export interface NameRarity {
  readonly isRare: boolean
  readonly isGivenRare: boolean
}

const rare: NameRarity = { isRare: true, isGivenRare: true }

/** Nothing is known of how others are called, or it must not count. */
export const notRare: NameRarity = { isRare: false, isGivenRare: false }

/** Compares two records. The order of the two does not matter. */
export function duplicateEvidence(
  first: PersonFact,
  second: PersonFact,
  { isRare, isGivenRare }: NameRarity = rare,
): DuplicateEvidence {
  return compare(prepare(first), prepare(second), { isRare: () => isRare, isGivenRare: () => isGivenRare })
}
