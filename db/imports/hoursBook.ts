import type { IsoDate } from '../../shared/values/dates.ts'
import type { PersonState } from './people.ts'
import type { PlanDb } from './planning.ts'
import type { RecordState } from './recordChanges.ts'
import type { SectionState } from './sections.ts'

/** What names a total: the same period of the same component is the same total. */
export interface HoursIdentity {
  readonly component: string
  readonly periodFrom: IsoDate
  readonly periodTo: IsoDate
}

export interface HoursFacts {
  hours: number
  possibleHours: number | null
}

export interface HoursState extends RecordState {
  readonly person: PersonState
  readonly section: SectionState | null
  readonly identity: HoursIdentity
  facts: HoursFacts
  /** The row that said it; null for what is on record. */
  saidByRow: number | null
}

/** Totals of hours outside cohorts, and the days on which classes have marks, while a file is planned. */
export class HoursBook {
  readonly #totals = new Map<PersonState, HoursState[]>()
  readonly #marked = new Map<string, Set<IsoDate>>()

  static async load(
    db: PlanDb,
    sections: readonly SectionState[],
    personOf: (learnerId: number) => PersonState | null,
  ): Promise<HoursBook> {
    const book = new HoursBook()
    const byId = new Map(sections.map((section) => [section.id, section]))
    const totals = await db
      .selectFrom('instructionHours')
      .select([
        'id',
        'learnerId',
        'sectionId',
        'component',
        'periodFrom',
        'periodTo',
        'hours',
        'possibleHours',
      ])
      .where('cohortId', 'is', null)
      .execute()
    for (const { id, learnerId, sectionId, hours, possibleHours, ...identity } of totals) {
      const person = personOf(learnerId)
      if (!person) continue
      const section = sectionId === null ? null : (byId.get(sectionId) ?? null)
      const facts = { hours, possibleHours }
      book.add({ id, isChanged: false, person, section, identity, facts, saidByRow: null })
    }
    return book
  }

  /** Reads the days on which something is noted of the learners of some classes. */
  async loadMarks(db: PlanDb, sectionIds: readonly number[]): Promise<void> {
    const rows = await db
      .selectFrom('attendance')
      .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
      .select(['attendance.learnerId', 'meetings.sectionId', 'meetings.heldOn'])
      .where('meetings.sectionId', 'in', [...sectionIds])
      .execute()
    for (const { learnerId, sectionId, heldOn } of rows) {
      const place = `${learnerId} ${sectionId}`
      this.#marked.set(place, (this.#marked.get(place) ?? new Set<IsoDate>()).add(heldOn))
    }
  }

  add(total: HoursState): void {
    this.#totals.set(total.person, [...(this.#totals.get(total.person) ?? []), total])
  }

  /** The totals of a learner in a class and component that share a day with a period. */
  sharing(person: PersonState, section: SectionState | null, identity: HoursIdentity): HoursState[] {
    return (this.#totals.get(person) ?? []).filter(
      (total) =>
        total.section === section &&
        total.identity.component === identity.component &&
        total.identity.periodFrom <= identity.periodTo &&
        total.identity.periodTo >= identity.periodFrom,
    )
  }

  /** Whether something is noted of the learner at a meeting of the class in a period. */
  hasMarks(person: PersonState, section: SectionState, { periodFrom, periodTo }: HoursIdentity): boolean {
    const days = this.#marked.get(`${person.id} ${section.id}`) ?? new Set<IsoDate>()
    return [...days].some((day) => day >= periodFrom && day <= periodTo)
  }

  changed(): readonly HoursState[] {
    return [...this.#totals.values()].flat().filter(({ isChanged }) => isChanged)
  }
}
