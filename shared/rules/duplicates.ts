import type { IsoDate } from '../values/dates.ts'
import { foldPhone } from '../values/names.ts'
import { birthLikeness, isNewYear, swapDayAndMonth, type BirthLikeness } from './birthLikeness.ts'
import {
  givenNameLikeness,
  letterCount,
  nameLikeness,
  namePartsOf,
  shareFamilyWord,
  shareTwoWords,
  nameKeys,
  type NameLikeness,
  type NameParts,
} from './nameLikeness.ts'

/** What is known of a person when looking for duplicates. */
export interface PersonFact {
  /** Names the record in the answer; never evidence. */
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  /** What people call them, where it is no part of the name. */
  readonly preferredName: string | null
  readonly birthDate: IsoDate | null
  readonly phones: readonly string[]
  /** Numbers given by schools and systems, as `system:number`: equal ones are strong evidence. */
  readonly ids: readonly string[]
}

export const duplicateReasons = [
  'sameId',
  'sameBirthDate',
  'dayAndMonthSwapped',
  'birthDateOneDigitOff',
  'birthYearOnly',
  'samePhone',
  'sameName',
  'sameNameJoined',
  'partialName',
  'familiarName',
  'similarName',
  'otherFamilyName',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** What decides beside the name, the strongest first. */
export const decidingEvidence = [
  'id',
  'birthDateAndPhone',
  'birthDate',
  'nearBirthDate',
  'phone',
  'nameAlone',
] as const
export type DecidingEvidence = (typeof decidingEvidence)[number]

/** What decides that a pair is proposed, from its reasons. */
export function decidingEvidenceOf(reasons: readonly DuplicateReason[]): DecidingEvidence {
  const has = (reason: DuplicateReason) => reasons.includes(reason)
  if (has('sameId')) return 'id'
  if (has('sameBirthDate')) return has('samePhone') ? 'birthDateAndPhone' : 'birthDate'
  if (has('dayAndMonthSwapped') || has('birthDateOneDigitOff') || has('birthYearOnly')) return 'nearBirthDate'
  return has('samePhone') ? 'phone' : 'nameAlone'
}

/** How strongly two records look like one person. */
export interface DuplicateEvidence {
  /** From 0 to 1; only for ordering a list. */
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
  /** True if a person should look at the pair. */
  readonly propose: boolean
}

interface Prepared {
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

function prepare(person: PersonFact): Prepared {
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
  readonly sharesFamilyWord: boolean
  /** Letters of the shorter name: the same long name is rarely borne by two. */
  readonly letters: number
  readonly sharesTwoWords: boolean
  /** Nobody else on record has this name. */
  isRare(): boolean
}

/** With so many letters a whole name that is the same says as much as a phone. */
const manyLetters = 15

/**
 * The name alone decides nothing unless it is a rare one, and a birth date with a phone decides nothing without a
 * name (twins). A shared number needs a name or birth date beside it, because numbers are mistyped too.
 */
function shouldPropose(signs: Signs): boolean {
  const { name, birth, samePhone, sameId, given, sharesFamilyWord, letters, sharesTwoWords } = signs
  const alike = name !== 'different'
  const exact = name === 'same' || name === 'joined'
  const keptGiven = given !== 'different'
  if (sameId) return alike || ((birth === 'same' || birth === 'sameNewYear') && keptGiven)
  switch (birth) {
    case 'same':
      // A marriage changes family names, and often the phone.
      return alike || given === 'same' || (keptGiven && (samePhone || sharesFamilyWord))
    case 'swapped':
      return alike
    case 'sameNewYear':
      return alike || (samePhone && keptGiven)
    case 'oneDigitOff':
    case 'yearOnly':
      return alike && (exact || samePhone || (sharesTwoWords && letters >= manyLetters))
    case 'notKnown':
      return samePhone ? alike || given === 'same' : exact && signs.isRare()
    case 'oneGeneration':
      return alike && samePhone
    case 'different':
      return false
  }
}

/** False for pairs of one name that nothing else connects: most of all pairs, so they are passed over early. */
function mayBeOne(first: Prepared, second: Prepared): boolean {
  const birth = birthLikeness(first.person.birthDate, second.person.birthDate)
  if (birth !== 'different' && birth !== 'oneGeneration') return true
  return overlaps(first.phones, second.phones) || overlaps(first.ids, second.ids)
}

function compare(first: Prepared, second: Prepared, isRare: () => boolean): DuplicateEvidence {
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
  const sharesFamilyWord = shareFamilyWord(first.name, second.name)
  const sharesTwoWords = shareTwoWords(first.name, second.name)
  const letters = Math.min(letterCount(first.name), letterCount(second.name))
  return {
    score: Math.min(1, Math.max(0, points / 2.6)),
    reasons,
    propose: shouldPropose({
      name,
      birth,
      samePhone,
      sameId,
      given,
      sharesFamilyWord,
      letters,
      sharesTwoWords,
      isRare,
    }),
  }
}

/**
 * Compares two records. The order of the two does not matter.
 * @param isRare nobody else on record has the name: then it says more
 */
export function duplicateEvidence(first: PersonFact, second: PersonFact, isRare = true): DuplicateEvidence {
  return compare(prepare(first), prepare(second), () => isRare)
}

/** Two records that a person should look at. */
export interface DuplicateProposal {
  readonly firstId: string
  readonly secondId: string
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

/** Somebody among many beside the person looked for. */
export interface ComparedWith extends DuplicateEvidence {
  readonly personId: string
}

/** Looks up possible duplicates of one person among many. */
export interface DuplicateIndex {
  /** Proposals for a person, best first; a record with the person's own id is passed over. */
  find(person: PersonFact): DuplicateProposal[]
  /** Everybody with whom the person shares anything, proposed or not, best first. */
  near(person: PersonFact): ComparedWith[]
  /** Adds a person, to be found from now on. */
  add(person: PersonFact): void
}

// Every pair that may be proposed shares one of these, so only such pairs are compared.
function blockingKeys({ person, phones, ids, name }: Prepared): string[] {
  const keys = [...phones].map((phone) => `phone ${phone}`)
  for (const id of ids) keys.push(`id ${id}`)
  for (const key of nameKeys(name)) keys.push(`name ${key}`)
  const { birthDate } = person
  // So many are said to be born on 1 January that it needs a whole name or a phone beside it.
  if (birthDate !== null && !isNewYear(birthDate)) {
    const [earlier, later] = [birthDate, swapDayAndMonth(birthDate)].sort()
    keys.push(`born ${earlier} ${later}`)
  }
  return keys
}

/** An index over many people, for entry while typing and for imports. */
export function indexForDuplicates(people: readonly PersonFact[]): DuplicateIndex {
  const blocks = new Map<string, Prepared[]>()
  const bearers = new Map<string, Set<string>>()
  const known = new WeakMap<PersonFact, Prepared>()
  const prepareOnce = (person: PersonFact) => {
    const before = known.get(person)
    if (before) return before
    const prepared = prepare(person)
    known.set(person, prepared)
    return prepared
  }
  const insert = (prepared: Prepared) => {
    const { person, name } = prepared
    for (const key of blockingKeys(prepared)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [prepared])
      else block.push(prepared)
    }
    const same = bearers.get(name.sorted)
    if (same === undefined) bearers.set(name.sorted, new Set([person.personId]))
    else same.add(person.personId)
  }
  const isRare = (first: Prepared, second: Prepared) =>
    [first, second].every(({ name }) =>
      [...(bearers.get(name.sorted) ?? [])].every(
        (id) => id === first.person.personId || id === second.person.personId,
      ),
    )
  const othersNear = (prepared: Prepared): Prepared[] => {
    const others = new Set<Prepared>()
    for (const key of blockingKeys(prepared)) for (const other of blocks.get(key) ?? []) others.add(other)
    return [...others].filter(({ person }) => person.personId !== prepared.person.personId)
  }
  const compareWith = (prepared: Prepared, others: readonly Prepared[]): ComparedWith[] =>
    others
      .map((other) => ({
        personId: other.person.personId,
        ...compare(other, prepared, () => isRare(other, prepared)),
      }))
      .sort((a, b) => b.score - a.score)
  const find = (prepared: Prepared): DuplicateProposal[] => {
    const others = othersNear(prepared).filter((other) => mayBeOne(other, prepared))
    return compareWith(prepared, others)
      .filter(({ propose }) => propose)
      .map(({ personId, score, reasons }) => ({
        ...{ firstId: personId, secondId: prepared.person.personId, score, reasons },
      }))
  }
  const near = (prepared: Prepared) => compareWith(prepared, othersNear(prepared))
  for (const person of people) insert(prepareOnce(person))
  return {
    find: (person) => find(prepareOnce(person)),
    near: (person) => near(prepareOnce(person)),
    add: (person) => insert(prepareOnce(person)),
  }
}

/** Every pair among many people that should be looked at, best first. */
export function findDuplicates(people: readonly PersonFact[]): DuplicateProposal[] {
  const index = indexForDuplicates(people)
  const place = new Map(people.map(({ personId }, at) => [personId, at]))
  return people
    .flatMap((person) => index.find(person))
    .filter(({ firstId, secondId }) => place.get(firstId)! < place.get(secondId)!)
    .sort((a, b) => b.score - a.score)
}
