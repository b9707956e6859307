import { duplicateEvidence, notRare } from '../../shared/rules/duplicateEvidence.ts'
import type { PersonFact } from '../../shared/rules/duplicateReasons.ts'
import { indexForDuplicates, type DuplicateIndex } from '../../shared/rules/duplicates.ts'
import { displayName, foldPhone, nameWords } from '../../shared/values/names.ts'
import type { Reader } from '../schema.ts'
import { setValues, type RecordState, type ValueChange } from './recordChanges.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

/** The facts of a learner that files can bring. */
export const personFields = [
  'studentId',
  'familyName',
  'givenName',
  'preferredName',
  'birthDate',
  'email',
  'firstLanguage',
  'schooling',
  'schoolingCountry',
  'equivalency',
  'interestTrackId',
  'interestNote',
  'workSchedule',
  'referralSource',
] as const
export type PersonField = (typeof personFields)[number]

export interface PersonFacts {
  studentId: string | null
  familyName: string
  givenName: string
  preferredName: string | null
  birthDate: string | null
  email: string | null
  firstLanguage: string | null
  schooling: string | null
  schoolingCountry: string | null
  equivalency: string | null
  interestTrackId: number | null
  interestNote: string | null
  workSchedule: string | null
  referralSource: string | null
}

export const noFacts: PersonFacts = {
  studentId: null,
  familyName: '',
  givenName: '',
  preferredName: null,
  birthDate: null,
  email: null,
  firstLanguage: null,
  schooling: null,
  schoolingCountry: null,
  equivalency: null,
  interestTrackId: null,
  interestNote: null,
  workSchedule: null,
  referralSource: null,
}

/** One person while a file is planned: on record, or added by an earlier row. */
export interface PersonState extends RecordState {
  facts: PersonFacts
  otherIds: string[]
  newOtherIds: string[]
  phones: string[]
  newPhones: string[]
  /** The row that adds them; null for a learner on record. */
  addedByRow: number | null
  /** Which row of the file was the first to say each fact under their own number, and what it said. */
  saidBy: Map<PersonField, { readonly row: number; readonly value: unknown }>
}

/** Student numbers are compared without spaces and case. */
export const idKey = (studentId: string) => studentId.replace(/\s+/g, '').toLowerCase()

/** By which a person is found again in the book: the row that adds them, or their number on record. */
export const personKey = (person: PersonState) =>
  person.id === null ? `row:${person.addedByRow}` : `learner:${person.id}`

/** What the duplicate rules compare. */
export const personFact = (key: string, facts: PersonFacts, phones: readonly string[]): PersonFact => ({
  personId: key,
  givenName: facts.givenName,
  familyName: facts.familyName,
  preferredName: facts.preferredName,
  birthDate: facts.birthDate,
  phones,
  ids: facts.studentId === null ? [] : [`college:${idKey(facts.studentId)}`],
})

/** Everybody on record and everybody added so far, to be found by number or likeness. */
export class PeopleBook {
  readonly #byKey = new Map<string, PersonState>()
  readonly #byStudentId = new Map<string, PersonState>()
  /** There once somebody is looked for by likeness: files that name people by number alone never ask. */
  #duplicates: DuplicateIndex | null = null

  static async load(db: Pick<Reader, 'selectFrom'>): Promise<PeopleBook> {
    const book = new PeopleBook()
    const learners = await db
      .selectFrom('learners')
      .select(['id', ...personFields])
      .where(learnerIsThere())
      .execute()
    for (const { id, ...facts } of learners) {
      const person = { id, isChanged: false, facts, otherIds: [], newOtherIds: [], phones: [], newPhones: [] }
      book.#byKey.set(`learner:${id}`, { ...person, addedByRow: null, saidBy: new Map() })
    }
    const phones = await db
      .selectFrom('learnerPhones')
      .select(['learnerId', 'number'])
      .orderBy('learnerId')
      .orderBy('position')
      .execute()
    for (const { learnerId, number } of phones) book.#byKey.get(`learner:${learnerId}`)?.phones.push(number)
    const others = await db.selectFrom('learnerOtherIds').select(['studentId', 'learnerId']).execute()
    for (const { studentId, learnerId } of others) {
      const person = book.#byKey.get(`learner:${learnerId}`)
      if (!person) continue
      person.otherIds.push(studentId)
      book.#byStudentId.set(idKey(studentId), person)
    }
    for (const person of book.#byKey.values()) book.#list(person)
    return book
  }

  get all(): IterableIterator<PersonState> {
    return this.#byKey.values()
  }

  byStudentId(studentId: string): PersonState | null {
    return this.#byStudentId.get(idKey(studentId)) ?? null
  }

  byKey(key: string): PersonState | null {
    return this.#byKey.get(key) ?? null
  }

  /** Somebody whom a row brings; nobody finds them before `add`. */
  prepare(facts: PersonFacts, rowNumber: number): PersonState {
    return {
      ...{ id: null, isChanged: true, facts: { ...facts }, otherIds: [], newOtherIds: [] },
      ...{ phones: [], newPhones: [], addedByRow: rowNumber, saidBy: new Map() },
    }
  }

  /** Lets later rows find a new person. */
  add(person: PersonState): void {
    this.#byKey.set(personKey(person), person)
    this.#list(person)
  }

  #list(person: PersonState): void {
    if (person.facts.studentId !== null) this.#byStudentId.set(idKey(person.facts.studentId), person)
    this.relist(person)
  }

  /** Lets later rows find somebody by what this row said of them too. */
  relist(person: PersonState): void {
    this.#duplicates?.add(personFact(personKey(person), person.facts, person.phones))
  }

  #everybodyByLikeness(): DuplicateIndex {
    if (this.#duplicates === null) {
      // A file brought in twice must be told the same twice, whoever came in with it.
      this.#duplicates = indexForDuplicates([], { countsNames: false })
      for (const person of this.#byKey.values()) this.relist(person)
    }
    return this.#duplicates
  }

  /**
   * Who a row may mean, likeliest first. Compared with what is known of them by now: the index also knows
   * them as they were before an earlier row of the file.
   */
  like(facts: PersonFacts, phones: readonly string[]) {
    const row = personFact('row', facts, phones)
    const found = this.#everybodyByLikeness().find(row)
    if (found.length === 0) return []
    return [...new Set(found.map(({ firstId }) => firstId))]
      .flatMap((key) => {
        const person = this.#byKey.get(key)
        if (!person) return []
        const evidence = duplicateEvidence(personFact(key, person.facts, person.phones), row, notRare)
        return evidence.propose ? [{ key, person, ...evidence }] : []
      })
      .sort((a, b) => b.score - a.score)
  }

  /** The number becomes another one of a person's; the person's own if there was none. */
  giveId(person: PersonState, studentId: string): ValueChange[] {
    const known = this.#byStudentId.get(idKey(studentId)) === person
    if (known) return []
    this.#byStudentId.set(idKey(studentId), person)
    if (person.facts.studentId === null) {
      person.facts.studentId = studentId
      person.isChanged = true
      return [{ field: 'studentId', before: null, after: studentId }]
    }
    person.otherIds.push(studentId)
    person.newOtherIds.push(studentId)
    return [{ field: 'otherId', before: null, after: studentId }]
  }
}

/** The numbers that a person does not have yet. */
export function newPhones(person: PersonState, phones: readonly string[]): ValueChange[] {
  const known = new Set(person.phones.map(foldPhone))
  return phones.flatMap((number) => {
    const digits = foldPhone(number)
    if (known.has(digits)) return []
    known.add(digits)
    return [{ field: 'phone', before: null, after: number }]
  })
}

/** Writes facts and numbers that changed into a person; numbers come after those there are. */
export function takeOver(person: PersonState, values: readonly ValueChange[]): void {
  const numbers = values.filter(({ field }) => field === 'phone').map(({ after }) => String(after))
  person.phones.push(...numbers)
  person.newPhones.push(...numbers)
  setValues(
    person,
    values.filter(({ field }) => field !== 'phone'),
  )
}

export const nameOf = (facts: PersonFacts) => displayName(facts)

/** True when two names have at least one whole word in common; a missing name contradicts nobody. */
export function shareNameWord(facts: PersonFacts, ...names: readonly string[]): boolean {
  const own = new Set(nameWords(facts.familyName, facts.givenName, facts.preferredName ?? ''))
  const words = nameWords(...names)
  return words.length === 0 || own.size === 0 || words.some((word) => own.has(word))
}
