import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Reader } from '../schema.ts'
import type { PersonState } from './people.ts'
import { setFields, type ChangeLog, type RecordState } from './recordChanges.ts'

export interface SectionFacts {
  code: string
  name: string
  startDate: IsoDate | null
  endDate: IsoDate | null
}

export interface SectionState extends RecordState {
  facts: SectionFacts
}

export interface SeatState extends RecordState {
  readonly section: SectionState
  readonly person: PersonState
  facts: { endDate: IsoDate | null }
}

/** What a file says of a class. */
export interface SectionInFile {
  readonly code: string
  /** Null where the file has only one word for a class. */
  readonly name: string | null
  readonly startDate: IsoDate | null
  readonly endDate: IsoDate | null
}

/** The classes and who sits in them, while a file is planned. */
export class SectionBook {
  readonly #sections: SectionState[] = []
  readonly #byCode = new Map<string, SectionState>()
  readonly #byName = new Map<string, SectionState>()
  readonly #folded = new Map<string, string>()
  readonly #seats = new Map<SectionState, Map<PersonState, SeatState>>()

  static async load(db: Pick<Reader, 'selectFrom'>, personOf: (learnerId: number) => PersonState | null) {
    const book = new SectionBook()
    const sections = await db
      .selectFrom('sections')
      .select(['id', 'code', 'name', 'startDate', 'endDate'])
      .orderBy('id')
      .execute()
    const byId = new Map<number, SectionState>()
    for (const { id, ...facts } of sections) {
      const section = { id, isChanged: false, facts }
      byId.set(id, section)
      book.#list(section)
    }
    const seats = await db
      .selectFrom('sectionMembers')
      .select(['id', 'sectionId', 'learnerId', 'endDate'])
      .execute()
    for (const { id, sectionId, learnerId, endDate } of seats) {
      const section = byId.get(sectionId)
      const person = personOf(learnerId)
      if (section && person) book.#seat({ id, isChanged: false, section, person, facts: { endDate } })
    }
    return book
  }

  get sections(): readonly SectionState[] {
    return this.#sections
  }

  *seats(): Generator<SeatState> {
    for (const seats of this.#seats.values()) yield* seats.values()
  }

  #list(section: SectionState): void {
    this.#sections.push(section)
    this.#byCode.set(foldForSearch(section.facts.code), section)
    this.#byName.set(foldForSearch(section.facts.name), section)
  }

  #seat(seat: SeatState): void {
    const seats = this.#seats.get(seat.section) ?? new Map<PersonState, SeatState>()
    seats.set(seat.person, seat)
    this.#seats.set(seat.section, seats)
  }

  /** A file names the same few classes in thousands of rows. */
  #fold(text: string): string {
    const known = this.#folded.get(text)
    if (known !== undefined) return known
    const folded = foldForSearch(text)
    this.#folded.set(text, folded)
    return folded
  }

  /** The class that a file means: by its code, or by its name where one of the two has nothing but a name. */
  #find(inFile: SectionInFile): SectionState | null {
    const code = this.#byCode.get(this.#fold(inFile.code))
    if (code) return code
    if (inFile.name === null) return this.#byName.get(this.#fold(inFile.code)) ?? null
    const named = this.#byName.get(this.#fold(inFile.name))
    return named && named.facts.code === named.facts.name ? named : null
  }

  /** The class of a code or, where it has nothing but one, of a name; null when there is none. */
  known(code: string): SectionState | null {
    return this.#find({ code, name: null, startDate: null, endDate: null })
  }

  /** The class of a number. */
  byId(sectionId: number): SectionState | null {
    return this.#sections.find(({ id }) => id === sectionId) ?? null
  }

  /** The class that a file means, made or completed by the file where needed. */
  take(inFile: SectionInFile, rowNumber: number, log: ChangeLog): SectionState {
    const found = this.#find(inFile)
    if (!found) {
      const facts = { ...inFile, name: inFile.name ?? inFile.code }
      const section = { id: null, isChanged: true, facts }
      this.#list(section)
      log.created(rowNumber, 'section', section, facts)
      return section
    }
    const values = setFields(found, {
      startDate: found.facts.startDate ?? inFile.startDate,
      endDate: found.facts.endDate ?? inFile.endDate,
    })
    log.changed(rowNumber, 'section', found, values)
    return found
  }

  /**
   * Lets somebody sit in a class. With `returns`, somebody who left it sits in it again.
   * @returns true if they did not sit in it before
   */
  join(
    section: SectionState,
    person: PersonState,
    rowNumber: number,
    log: ChangeLog,
    { returns, today }: { returns: boolean; today: IsoDate },
  ): boolean {
    const seat = this.#seats.get(section)?.get(person)
    if (!seat) {
      const facts = { endDate: null }
      const added: SeatState = { id: null, isChanged: true, section, person, facts }
      this.#seat(added)
      log.created(rowNumber, 'sectionMember', added, { section: section.facts.code })
      return true
    }
    const hasLeft = seat.facts.endDate !== null && seat.facts.endDate <= today
    if (!returns || !hasLeft) return false
    const values = setFields(seat, { endDate: null })
    log.changed(rowNumber, 'sectionMember', seat, values)
    return true
  }
}
