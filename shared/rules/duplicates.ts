import { type IsoDate } from '../values/dates.ts'
import { foldPhone } from '../values/names.ts'
import {
  givenNameLikeness,
  nameLikeness,
  namePartsOf,
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
  'samePhone',
  'sameName',
  'sameNameJoined',
  'partialName',
  'similarName',
  'otherFamilyName',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

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

function prepare(person: PersonFact): Prepared {
  return {
    person,
    name: namePartsOf(person.givenName, person.familyName),
    phones: new Set(person.phones.map(foldPhone).filter((phone) => phone !== '')),
    ids: new Set(person.ids.map((id) => id.trim().toLowerCase()).filter((id) => id !== '')),
  }
}

type BirthLikeness = 'same' | 'swapped' | 'oneDigitOff' | 'notKnown' | 'different'

function swapDayAndMonth(date: IsoDate): string {
  return `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`
}

function birthLikeness(first: IsoDate | null, second: IsoDate | null): BirthLikeness {
  if (first === null || second === null) return 'notKnown'
  if (first === second) return 'same'
  if (swapDayAndMonth(first) === second) return 'swapped'
  let differing = 0
  for (let index = 0; index < first.length; index++) if (first[index] !== second[index]) differing++
  return differing === 1 ? 'oneDigitOff' : 'different'
}

function overlaps(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  for (const one of first) if (second.has(one)) return true
  return false
}

const nameScores = { same: 1, joined: 0.95, partial: 0.8, similar: 0.7, different: 0 } as const
const birthScores = { same: 1, swapped: 0.6, oneDigitOff: 0.5, notKnown: 0, different: -0.5 } as const
const nameReasons = {
  same: 'sameName',
  joined: 'sameNameJoined',
  partial: 'partialName',
  similar: 'similarName',
} as const
const birthReasons = {
  same: 'sameBirthDate',
  swapped: 'dayAndMonthSwapped',
  oneDigitOff: 'birthDateOneDigitOff',
} as const

/**
 * A name alone is never enough, nor a birth date with a phone alone (twins). A shared number needs a
 * name or birth date beside it, because numbers are mistyped too.
 */
function shouldPropose(
  name: NameLikeness,
  birth: BirthLikeness,
  samePhone: boolean,
  sameId: boolean,
  keptGivenName: boolean,
): boolean {
  const alike = name !== 'different'
  const exact = name === 'same' || name === 'joined'
  if (sameId) return alike || (birth === 'same' && keptGivenName)
  if (birth === 'same') return alike || (samePhone && keptGivenName)
  if (birth === 'swapped') return exact || (alike && samePhone)
  if (birth === 'oneDigitOff') return alike && samePhone
  return birth === 'notKnown' && alike && samePhone
}

function compare(first: Prepared, second: Prepared): DuplicateEvidence {
  const name = nameLikeness(first.name, second.name)
  const birth = birthLikeness(first.person.birthDate, second.person.birthDate)
  const samePhone = overlaps(first.phones, second.phones)
  const sameId = overlaps(first.ids, second.ids)
  const given = name === 'different' ? givenNameLikeness(first.name, second.name) : name
  const keptGivenName = given === 'same' || given === 'joined'
  const reasons: DuplicateReason[] = []
  if (sameId) reasons.push('sameId')
  if (birth !== 'notKnown' && birth !== 'different') reasons.push(birthReasons[birth])
  if (samePhone) reasons.push('samePhone')
  if (name !== 'different') reasons.push(nameReasons[name])
  else if (keptGivenName) reasons.push('otherFamilyName')
  const points = nameScores[name] + birthScores[birth] + (samePhone ? 0.6 : 0) + (sameId ? 1 : 0)
  return {
    score: Math.min(1, Math.max(0, points / 2.6)),
    reasons,
    propose: shouldPropose(name, birth, samePhone, sameId, keptGivenName),
  }
}

/** Compares two records. The order of the two does not matter. */
export function duplicateEvidence(first: PersonFact, second: PersonFact): DuplicateEvidence {
  return compare(prepare(first), prepare(second))
}

/** Two records that a person should look at. */
export interface DuplicateProposal {
  readonly firstId: string
  readonly secondId: string
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

/** Looks up possible duplicates of one person among many. */
export interface DuplicateIndex {
  /** Proposals for a person, best first; a record with the person's own id is passed over. */
  find(person: PersonFact): DuplicateProposal[]
  /** Adds a person, to be found from now on. */
  add(person: PersonFact): void
}

// Every pair that may be proposed shares at least one of these, so only such pairs are compared.
function blockingKeys({ person, phones, ids }: Prepared): string[] {
  const keys = [...phones].map((phone) => `phone ${phone}`)
  for (const id of ids) keys.push(`id ${id}`)
  if (person.birthDate !== null) {
    keys.push(`born ${person.birthDate}`)
    const swapped = swapDayAndMonth(person.birthDate)
    const [earlier, later] = [person.birthDate, swapped].sort()
    if (person.birthDate !== swapped) keys.push(`swapped ${earlier} ${later}`)
  }
  return keys
}

/** An index over many people, for entry while typing and for imports. */
export function indexForDuplicates(people: readonly PersonFact[]): DuplicateIndex {
  const blocks = new Map<string, Prepared[]>()
  const insert = (prepared: Prepared) => {
    for (const key of blockingKeys(prepared)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [prepared])
      else block.push(prepared)
    }
  }
  const find = (prepared: Prepared): DuplicateProposal[] => {
    const others = new Set<Prepared>()
    for (const key of blockingKeys(prepared)) for (const other of blocks.get(key) ?? []) others.add(other)
    const proposals: DuplicateProposal[] = []
    for (const other of others) {
      if (other.person.personId === prepared.person.personId) continue
      const { score, reasons, propose } = compare(other, prepared)
      if (!propose) continue
      proposals.push({ firstId: other.person.personId, secondId: prepared.person.personId, score, reasons })
    }
    return proposals.sort((a, b) => b.score - a.score)
  }
  for (const person of people) insert(prepare(person))
  return { find: (person) => find(prepare(person)), add: (person) => insert(prepare(person)) }
}

/** Every pair among many people that should be looked at, best first. */
export function findDuplicates(people: readonly PersonFact[]): DuplicateProposal[] {
  const index = indexForDuplicates([])
  const proposals: DuplicateProposal[] = []
  for (const person of people) {
    proposals.push(...index.find(person))
    index.add(person)
  }
  return proposals.sort((a, b) => b.score - a.score)
}
