import { canBeOne, compare, manyLetters, prepare, type PreparedPerson } from './duplicateEvidence.ts'
import type { DuplicateEvidence, DuplicateReason, PersonFact } from './duplicateReasons.ts'
import { swapDayAndMonth } from './birthLikeness.ts'
import { letterCount, lettersInOrder, pairsOfWords } from './nameLikeness.ts'

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
  /** The same for somebody who was added, among those who were added before: each pair is found once. */
  findEarlier(person: PersonFact): DuplicateProposal[]
  /** Everybody with whom the person shares anything, proposed or not, best first. */
  near(person: PersonFact): ComparedWith[]
  /** Adds a person, to be found from now on. */
  add(person: PersonFact): void
}

/** Among so many, somebody else has one's birth date by chance once in two hundred and fifty times. */
const fewBearers = 60

interface Entry extends PreparedPerson {
  readonly keys: readonly string[]
  /** The first of the keys that are of the name alone. */
  readonly nameKeysFrom: number
  /** For whom this one was looked at last: nobody is compared twice who shares two keys. */
  seenFor: Entry | null
}

// Every pair that may be proposed shares one of these, so only such pairs are compared.
function blockingKeys({ person, phones, ids, name }: PreparedPerson): Pick<Entry, 'keys' | 'nameKeysFrom'> {
  const keys = [...phones].map((phone) => `phone ${phone}`)
  for (const id of ids) keys.push(`id ${id}`)
  const letters = lettersInOrder(name)
  const whole = `name ${letters}`
  const { birthDate } = person
  if (birthDate !== null) {
    const [earlier, later] = [birthDate, swapDayAndMonth(birthDate)].sort()
    keys.push(`born ${earlier} ${later}`)
    const [year, month, day] = [birthDate.slice(0, 4), birthDate.slice(5, 7), birthDate.slice(8)]
    if (letters !== '') keys.push(`${whole} ${year}`, `${whole} ${month}-${day}`)
    // A birth date that is a digit off keeps two of its three parts.
    for (const pair of letterCount(name) < manyLetters ? [] : pairsOfWords(name)) {
      keys.push(`${pair} ${year}-${month}`, `${pair} ${year} ${day}`, `${pair} ${month}-${day}`)
    }
  }
  return { keys: letters === '' ? keys : [...keys, whole], nameKeysFrom: keys.length }
}

/**
 * An index over many people, for entry while typing, imports and the whole program. With `countsNames` false a
 * pair is proposed for what the two records say alone, however many others are called like them: the answer then
 * does not change as people are added.
 */
export function indexForDuplicates(
  people: readonly PersonFact[],
  { countsNames = true }: { countsNames?: boolean } = {},
): DuplicateIndex {
  const blocks = new Map<string, Entry[]>()
  const bearers = new Map<string, Set<string>>()
  const givenBearers = new Map<string, number>()
  const known = new WeakMap<PersonFact, Entry>()

  function entryOf(person: PersonFact): Entry {
    const before = known.get(person)
    if (before) return before
    const prepared = prepare(person)
    const entry: Entry = { ...prepared, ...blockingKeys(prepared), seenFor: null }
    known.set(person, entry)
    return entry
  }
  function insert(entry: Entry): void {
    for (const key of entry.keys) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [entry])
      else block.push(entry)
    }
    const { person, name } = entry
    const same = bearers.get(name.sorted)
    if (same === undefined) bearers.set(name.sorted, new Set([person.personId]))
    else same.add(person.personId)
    givenBearers.set(name.givenLetters, (givenBearers.get(name.givenLetters) ?? 0) + 1)
  }
  function isRare(first: Entry, second: Entry): boolean {
    const pair = [first.person.personId, second.person.personId]
    return [first, second].every(({ name }) => {
      const called = bearers.get(name.sorted)
      return called === undefined || (called.size <= 2 && [...called].every((id) => pair.includes(id)))
    })
  }
  const isGivenRare = ({ name }: Entry) => (givenBearers.get(name.givenLetters) ?? 0) <= fewBearers
  /** A name alone brings two together only if nobody else has it: the many who share one are passed over. */
  function keysFor(entry: Entry, isAnyNamesake: boolean): readonly string[] {
    const isCommon = !countsNames || (bearers.get(entry.name.sorted)?.size ?? 0) > 2
    return isCommon && !isAnyNamesake ? entry.keys.slice(0, entry.nameKeysFrom) : entry.keys
  }
  function othersNear(entry: Entry, wanted: { isEarlier: boolean; isAnyNamesake: boolean }): Entry[] {
    const others: Entry[] = []
    for (const key of keysFor(entry, wanted.isAnyNamesake)) {
      for (const other of blocks.get(key) ?? []) {
        if (wanted.isEarlier && other === entry) break
        if (other.seenFor === entry || other.person.personId === entry.person.personId) continue
        other.seenFor = entry
        others.push(other)
      }
    }
    for (const other of others) other.seenFor = null
    return others
  }
  const compareWith = (entry: Entry, others: readonly Entry[]): ComparedWith[] =>
    others
      .map((other) => ({
        personId: other.person.personId,
        ...compare(other, entry, {
          isRare: () => countsNames && isRare(other, entry),
          isGivenRare: () => countsNames && isGivenRare(other) && isGivenRare(entry),
        }),
      }))
      .sort((a, b) => b.score - a.score)
  const proposalsFor = (entry: Entry, others: readonly Entry[]): DuplicateProposal[] =>
    compareWith(
      entry,
      others.filter((other) => canBeOne(other, entry)),
    )
      .filter(({ propose }) => propose)
      .map(({ personId, score, reasons }) => ({
        ...{ firstId: personId, secondId: entry.person.personId, score, reasons },
      }))

  for (const person of people) insert(entryOf(person))
  return {
    find(person) {
      const entry = entryOf(person)
      return proposalsFor(entry, othersNear(entry, { isEarlier: false, isAnyNamesake: false }))
    },
    findEarlier(person) {
      const entry = entryOf(person)
      return proposalsFor(entry, othersNear(entry, { isEarlier: true, isAnyNamesake: false }))
    },
    near(person) {
      const entry = entryOf(person)
      return compareWith(entry, othersNear(entry, { isEarlier: false, isAnyNamesake: true }))
    },
    add: (person) => insert(entryOf(person)),
  }
}

/** Every pair among many people that should be looked at, best first. */
export function findDuplicates(people: readonly PersonFact[]): DuplicateProposal[] {
  const index = indexForDuplicates(people)
  return people.flatMap((person) => index.findEarlier(person)).sort((a, b) => b.score - a.score)
}
