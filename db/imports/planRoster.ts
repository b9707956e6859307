import type { DuplicateReason } from '../../shared/rules/duplicateReasons.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { ImportChoice } from '../../shared/values/imports.ts'
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
import { loadBooks, planRows, type Plan, type PlanContext, type PlanDb } from './planning.ts'
import type { ReadRow } from './readRow.ts'
import { ChangeLog, shown, type RecordChange, type ValueChange } from './recordChanges.ts'
import { nameTexts, readRosterPerson, type RosterPerson, type TrackByName } from './rosterRow.ts'
import type { SectionBook } from './sections.ts'
import { WaitingPeople } from './waitingPeople.ts'

/** Every track by code and by its name in both languages. */
async function tracksByName(db: PlanDb): Promise<TrackByName> {
  const tracks = await db.selectFrom('tracks').select(['id', 'code', 'nameEn', 'nameEs']).execute()
  const byName = new Map<string, number>()
  for (const { id, code, nameEn, nameEs } of tracks) {
    for (const name of [code, nameEn, nameEs]) byName.set(foldForSearch(name), id)
  }
  return byName
}

/**
 * Sure enough to take for one person unless somebody says otherwise: the same name, birth date and phone.
 * Two people of one name born on one day do exist, so without the phone somebody has to look.
 */
function usualChoice(reasons: readonly DuplicateReason[]): ImportChoice {
  const sameName = reasons.includes('sameName') || reasons.includes('sameNameJoined')
  return sameName && reasons.includes('sameBirthDate') && reasons.includes('samePhone') ? 'same' : 'setAside'
}

const isExact = (reasons: readonly DuplicateReason[]) =>
  reasons.includes('sameBirthDate') && (reasons.includes('sameName') || reasons.includes('sameNameJoined'))

/** Plans a roster: people with their facts, phones and class. */
export async function planRoster(context: PlanContext): Promise<Plan> {
  const books = await loadBooks(context.db)
  const planning = new RosterPlanning(context, books, await tracksByName(context.db))
  const rows = await planRows(context, (read, planned) => planning.planRow(read, planned))
  return { rows, changes: planning.changes, ...books }
}

class RosterPlanning {
  readonly #log = new ChangeLog()
  readonly #context: PlanContext
  readonly #people: Plan['people']
  readonly #sections: SectionBook
  readonly #tracks: TrackByName
  readonly #waiting = new WaitingPeople()

  constructor(
    context: PlanContext,
    { people, sections }: Pick<Plan, 'people' | 'sections'>,
    tracks: TrackByName,
  ) {
    this.#context = context
    this.#people = people
    this.#sections = sections
    this.#tracks = tracks
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
    this.#merge(person, row, this.#modeFor(person, row), read, planned)
  }

  /** A row under a person's second number is no news about them. */
  #modeFor(person: PersonState, row: RosterPerson): MergeMode {
    const own = person.facts.studentId
    const isOther = own !== null && row.facts.studentId !== null && idKey(own) !== idKey(row.facts.studentId)
    return isOther ? 'fillsBlanks' : 'bringsNews'
  }

  #meetUnknown(row: RosterPerson, read: ReadRow, planned: PlannedRow): void {
    const { facts, phones } = row
    const waiting = this.#waiting.rowOf(facts, phones)
    if (waiting !== null) {
      this.#waiting.add(facts, phones, waiting)
      read.refuse('waitsForRow', null, { row: waiting })
      return
    }
    const alike = this.#people.like(facts, phones)
    const exact = alike.filter(({ reasons }) => isExact(reasons))
    if (facts.studentId === null && exact.length === 1) {
      const { person } = exact[0]!
      planned.learnerId = person.id
      this.#merge(person, asNamed(person, row), 'bringsNews', read, planned)
      return
    }
    if (facts.studentId === null && facts.birthDate === null) {
      read.refuse('notIdentifiable', null)
      return
    }
    if (alike.length === 0) {
      planned.state = 'new'
      this.#add(row, planned)
      return
    }
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
    planned.defaultChoice = usualChoice(alike[0]!.reasons)
    this.#follow(row, planned)
  }

  /** Does what was chosen, or what is usual, with a possible duplicate. */
  #follow(row: RosterPerson, planned: PlannedRow): void {
    const { choice, candidate } = choiceFor(planned, this.#context.choices)
    if (choice === 'different') this.#add(row, planned)
    if (choice === 'setAside') this.#waiting.add(row.facts, row.phones, planned.number)
    if (choice !== 'same' || candidate === null) return
    const person = this.#people.byKey(candidate.key)
    if (!person) return
    planned.learnerId = person.id
    const filled = this.#blanksFilled(person, row)
    takeOver(person, filled)
    const values = [
      ...filled,
      ...(row.facts.studentId === null ? [] : this.#people.giveId(person, row.facts.studentId)),
    ]
    this.#noteChange(person, values, planned)
    this.#sit(person, row, planned)
  }

  /** What another number's row adds to a person: nothing that somebody typed or emptied. */
  #blanksFilled(person: PersonState, { facts, phones }: RosterPerson): ValueChange[] {
    const values = newsAbout(person, { ...facts, studentId: null }, phones, 'fillsBlanks')
    return this.#context.conflicts.untyped('learner', person, values)
  }

  /** The same without doing it, for the person who has to choose. */
  #whatSameWouldChange(person: PersonState, row: RosterPerson): ValueChange[] {
    const values = this.#blanksFilled(person, row)
    const { studentId } = row.facts
    if (studentId === null) return values
    const field = person.facts.studentId === null ? 'studentId' : 'otherId'
    return [...values, { field, before: null, after: studentId }]
  }

  #merge(person: PersonState, row: RosterPerson, mode: MergeMode, read: ReadRow, planned: PlannedRow): void {
    if (mode === 'bringsNews') {
      const { studentId: _, ...facts } = row.facts
      const contradicted = contradiction(person, facts)
      if (contradicted) {
        read.refuse('contradictsRow', columnFieldOf(contradicted.field, read), { row: contradicted.row })
        return
      }
      noteSaid(person, facts, planned.number)
    }
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

  #noteChange(person: PersonState, values: readonly ValueChange[], planned: PlannedRow): void {
    if (values.length === 0) return
    planned.changes.push(...shown(values))
    this.#log.changed(planned.number, 'learner', person, values)
    this.#people.relist(person)
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
