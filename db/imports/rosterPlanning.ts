import { foldForSearch } from '../../shared/values/names.ts'
import { contradiction, newsAbout, newsFor, noteSaid, type MergeMode } from './mergePerson.ts'
import {
  idKey,
  nameOf,
  newPhones,
  shareNameWord,
  takeOver,
  type PersonField,
  type PersonState,
} from './people.ts'
import { choiceFor, type PlannedRow } from './plannedRow.ts'
import type { Plan, PlanContext } from './planning.ts'
import type { ReadRow } from './readRow.ts'
import { ChangeLog, shown, type RecordChange, type ValueChange } from './recordChanges.ts'
import { nameTexts, readRosterPerson, type RosterPerson, type TrackByName } from './rosterRow.ts'
import type { SectionBook } from './sections.ts'
import { newcomersKnown, waitingNoLonger, type Told } from './toldByLaterRows.ts'
import { WaitingPeople } from './waitingPeople.ts'
import { usualChoice, whomARowMeans, type Likeness } from './whomARowMeans.ts'

/** By what two people are taken for one. */
const decisive = new Set(['familyName', 'givenName', 'preferredName', 'birthDate'])

/** Plans the rows of one roster, in their order. */
export class RosterPlanning {
  readonly #log = new ChangeLog()
  readonly #context: PlanContext
  readonly #people: Plan['people']
  readonly #sections: SectionBook
  readonly #tracks: TrackByName
  readonly #waiting = new WaitingPeople()
  readonly #told: Told
  /** Those of whom a row said another name or birth date than they had. */
  readonly #renamed = new Set<PersonState>()

  /** `told` says, by row number, who is like a row: what rows after it told when the file was planned before. */
  constructor(
    context: PlanContext,
    { people, sections }: Pick<Plan, 'people' | 'sections'>,
    tracks: TrackByName,
    told: Told,
  ) {
    this.#context = context
    this.#people = people
    this.#sections = sections
    this.#tracks = tracks
    this.#told = told
  }

  get changes(): RecordChange[] {
    return this.#log.changes
  }

  planRow(read: ReadRow, planned: PlannedRow): void {
    const row = readRosterPerson(read, this.#tracks)
    planned.name = nameOf(row.facts)
    planned.studentId = row.facts.studentId
    planned.summary = row.section ?? ''
    if (read.refusals.length > 0) return
    const known = row.facts.studentId === null ? null : this.#people.byStudentId(row.facts.studentId)
    if (known) this.#meetKnown(known, row, read, planned)
    else this.#meetUnknown(row, read, planned)
  }

  #meetKnown(person: PersonState, row: RosterPerson, read: ReadRow, planned: PlannedRow): void {
    planned.learnerId = person.id
    const otherBirth =
      person.facts.birthDate !== null &&
      row.facts.birthDate !== null &&
      person.facts.birthDate !== row.facts.birthDate
    const otherName = !shareNameWord(person.facts, ...nameTexts(read))
    if (otherBirth && otherName) {
      read.refuse('idOfSomebodyElse', 'studentId')
      return
    }
    this.#merge(person, row, modeFor(person, row), read, planned)
  }

  #meetUnknown(row: RosterPerson, read: ReadRow, planned: PlannedRow): void {
    const waiting = this.#waiting.rowOf(row)
    if (waiting !== null) {
      this.#waiting.add(planned.number, row, waiting)
      read.refuse('waitsForRow', null, { row: waiting })
      return
    }
    const alike = this.#alike(row, planned.number)
    const meant = whomARowMeans(row, alike)
    if (meant === 'notIdentifiable') {
      read.refuse('notIdentifiable', null)
    } else if (meant === 'somebodyNew') {
      planned.state = 'new'
      this.#add(row, planned)
    } else if (meant === 'oneOfThem') {
      this.#offer(alike, row, planned)
      this.#follow(row, read, planned)
    } else {
      planned.learnerId = meant.person.id
      this.#merge(meant.person, asNamed(meant.person, row), 'bringsNews', read, planned)
    }
  }

  /** Who is like a row, likeliest first. */
  #alike(row: RosterPerson, number: number) {
    const told = this.#told.get(number)
    if (told?.length === 0) return []
    const found = (told ?? []).flatMap((likeness) => {
      const person = this.#people.byKey(likeness.key)
      return person ? [{ ...likeness, person }] : []
    })
    // Those told of may have turned out to be somebody else's second row.
    return found.length > 0 ? found : this.#people.like(row.facts, row.phones)
  }

  /** What would be known from the first row on if the file were read again: who is like which row. */
  toldByNow(): Told {
    const { rows } = this.#waiting
    return new Map([...newcomersKnown(this.#people, this.#renamed), ...waitingNoLonger(this.#people, rows)])
  }

  /** Lays those whom a row may mean before the person who has to choose. */
  #offer(
    alike: readonly (Likeness & { readonly person: PersonState })[],
    row: RosterPerson,
    planned: PlannedRow,
  ): void {
    planned.state = 'possibleDuplicate'
    planned.candidates = alike.slice(0, 5).map(({ key, person, reasons }) => ({
      key,
      learnerId: person.id,
      rowNumber: person.addedByRow,
      name: nameOf(person.facts),
      studentId: person.facts.studentId,
      birthDate: person.facts.birthDate,
      reasons: [...reasons],
      changes: shown(this.#whatSameWouldChange(person, row)),
    }))
    planned.defaultChoice = usualChoice(alike[0]!)
  }

  /** Does what was chosen, or what is usual, with a possible duplicate. */
  #follow(row: RosterPerson, read: ReadRow, planned: PlannedRow): void {
    const { choice, candidate } = choiceFor(planned, this.#context.choices)
    if (choice === 'different') this.#add(row, planned)
    if (choice === 'setAside') this.#waiting.add(planned.number, row, planned.number)
    if (choice !== 'same' || candidate === null) return
    const person = this.#people.byKey(candidate.key)
    if (!person) return
    planned.learnerId = person.id
    const mode = modeFor(person, row)
    if (this.#contradicts(person, row, mode, read, planned)) {
      // Its number is not theirs yet, and nobody else's until the row is put right.
      this.#waiting.add(planned.number, row, planned.number)
      return
    }
    const news = this.#newsOfSame(person, row, mode)
    takeOver(person, news)
    const values = [
      ...news,
      ...(row.facts.studentId === null ? [] : this.#people.giveId(person, row.facts.studentId)),
    ]
    this.#noteChange(person, values, planned)
    this.#sit(person, row, planned)
  }

  /** What a row that was found to mean a person adds to them: nothing that somebody typed or emptied. */
  #newsOfSame(person: PersonState, { facts, phones }: RosterPerson, mode: MergeMode): ValueChange[] {
    const values = newsAbout(person, { ...facts, studentId: null }, phones, mode)
    return this.#context.conflicts.untyped('learner', person, values)
  }

  /** The same without doing it, for the person who has to choose. */
  #whatSameWouldChange(person: PersonState, row: RosterPerson): ValueChange[] {
    const values = this.#newsOfSame(person, row, modeFor(person, row))
    const { studentId } = row.facts
    if (studentId === null) return values
    const field = person.facts.studentId === null ? 'studentId' : 'otherId'
    return [...values, { field, before: null, after: studentId }]
  }

  #merge(person: PersonState, row: RosterPerson, mode: MergeMode, read: ReadRow, planned: PlannedRow): void {
    if (this.#contradicts(person, row, mode, read, planned)) return
    const news = newsAbout(person, newsWithoutId(person, row, mode), row.phones, mode)
    const { conflicts } = this.#context
    const values =
      mode === 'bringsNews'
        ? conflicts.sift(planned, { subject: 'learner', state: person }, news)
        : conflicts.untyped('learner', person, news)
    takeOver(person, values)
    this.#noteChange(person, values, planned)
    this.#sit(person, row, planned)
    planned.state = planned.changes.length > 0 ? 'changed' : 'unchanged'
  }

  /** Refuses a row that brings other news than an earlier row of the file did; else remembers what it says. */
  #contradicts(
    person: PersonState,
    row: RosterPerson,
    mode: MergeMode,
    read: ReadRow,
    planned: PlannedRow,
  ): boolean {
    if (mode !== 'bringsNews') return false
    const { studentId: _, ...facts } = row.facts
    const contradicted = contradiction(person, facts)
    if (contradicted) {
      read.refuse('contradictsRow', columnFieldOf(contradicted.field, read), { row: contradicted.row })
      return true
    }
    noteSaid(person, facts, planned.number)
    return false
  }

  #noteChange(person: PersonState, values: readonly ValueChange[], planned: PlannedRow): void {
    if (values.length === 0) return
    planned.changes.push(...shown(values))
    this.#log.changed(planned.number, 'learner', person, values)
    this.#people.relist(person)
    if (values.some(({ field }) => decisive.has(field))) this.#renamed.add(person)
  }

  #add(row: RosterPerson, planned: PlannedRow): void {
    const person = this.#people.prepare(row.facts, planned.number)
    takeOver(person, newPhones(person, row.phones))
    this.#people.add(person)
    noteSaid(person, row.facts, planned.number)
    this.#log.created(planned.number, 'learner', person, { ...person.facts, phone: [...person.phones] })
    this.#sit(person, row, planned)
  }

  #sit(person: PersonState, row: RosterPerson, planned: PlannedRow): void {
    if (row.section === null) return
    const inFile = { code: row.section, name: null, startDate: null, endDate: null }
    const section = this.#sections.take(inFile, planned.number, this.#log)
    const { today } = this.#context
    const joined = this.#sections.join(section, person, planned.number, this.#log, {
      returns: true,
      today,
    })
    if (joined) planned.changes.push({ field: 'section', before: null, after: section.facts.code })
  }
}

/**
 * A row under a person's own number brings news, also one that gives them their first: it is under their own
 * number when the file comes again. Under a second number, or none, it only fills what is blank.
 */
function modeFor(
  { facts: { studentId: own } }: PersonState,
  { facts: { studentId } }: RosterPerson,
): MergeMode {
  const isOwn = studentId !== null && (own === null || idKey(own) === idKey(studentId))
  return isOwn ? 'bringsNews' : 'fillsBlanks'
}

/** Somebody found by name keeps it: a name divided or joined in another way is no news. */
function asNamed(person: PersonState, row: RosterPerson): RosterPerson {
  const { familyName, givenName } = person.facts
  const isSame =
    foldForSearch(familyName) === foldForSearch(row.facts.familyName) &&
    foldForSearch(givenName) === foldForSearch(row.facts.givenName)
  return isSame ? row : { ...row, facts: { ...row.facts, familyName, givenName } }
}

/** The column that holds a fact: names may stand in one, and an interest is read into a track. */
function columnFieldOf(fact: PersonField, read: ReadRow): string {
  if (fact === 'interestTrackId' || fact === 'interestNote') return 'interest'
  return read.has(fact) ? fact : 'fullName'
}

/** The facts to merge: the number by which somebody was found is no news, and a second one is not theirs. */
function newsWithoutId(person: PersonState, row: RosterPerson, mode: MergeMode) {
  const { studentId, ...facts } = newsFor(person.facts, row.facts, mode)
  return person.facts.studentId === null && studentId !== undefined ? { ...facts, studentId } : facts
}
