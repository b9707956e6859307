import { usualMinutes, type AttendanceMark } from '../../shared/rules/attendance.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { PersonState } from './people.ts'
import type { PlanDb } from './planning.ts'
import type { RecordState } from './recordChanges.ts'
import type { SectionState } from './sections.ts'

export interface MeetingState extends RecordState {
  readonly section: SectionState
  readonly heldOn: IsoDate
  facts: { minutes: number }
  /** The row that said how long it lasted; null for what is on record. */
  saidByRow: number | null
}

export interface MarkState extends RecordState {
  readonly meeting: MeetingState
  readonly person: PersonState
  facts: { mark: AttendanceMark; minutes: number | null }
  /** The row that said it; null for what is on record. */
  saidByRow: number | null
}

/** Days of a total of hours. */
interface Covered {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Meetings and marks of the classes that a sheet is about, while it is planned. */
export class AttendanceBook {
  readonly #meetings = new Map<SectionState, Map<IsoDate, MeetingState>>()
  readonly #marks = new Map<MeetingState, Map<PersonState, MarkState>>()
  readonly #usual = new Map<SectionState, number>()
  readonly #totals = new Map<SectionState, Map<PersonState, Covered[]>>()

  static async load(
    db: PlanDb,
    sections: readonly SectionState[],
    personOf: (learnerId: number) => PersonState | null,
  ): Promise<AttendanceBook> {
    const book = new AttendanceBook()
    for (const section of sections) if (section.id !== null) await book.#load(db, section, personOf)
    return book
  }

  async #load(db: PlanDb, section: SectionState, personOf: (learnerId: number) => PersonState | null) {
    const sectionId = section.id!
    const meetings = await db
      .selectFrom('meetings')
      .select(['id', 'heldOn', 'minutes'])
      .where('sectionId', '=', sectionId)
      .orderBy('heldOn')
      .execute()
    const byId = new Map<number, MeetingState>()
    for (const { id, heldOn, minutes } of meetings) {
      byId.set(id, this.#list({ id, isChanged: false, section, heldOn, facts: { minutes }, saidByRow: null }))
    }
    const marks = await db
      .selectFrom('attendance')
      .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
      .select(['attendance.id', 'attendance.meetingId', 'attendance.learnerId'])
      .select(['attendance.mark', 'attendance.minutes'])
      .where('meetings.sectionId', '=', sectionId)
      .execute()
    for (const { id, meetingId, learnerId, mark, minutes } of marks) {
      const person = personOf(learnerId)
      const meeting = byId.get(meetingId)
      if (!person || !meeting) continue
      const facts = { mark: mark as AttendanceMark, minutes }
      this.addMark({ id, isChanged: false, meeting, person, facts, saidByRow: null })
    }
    const { meetingMinutes } = await db
      .selectFrom('sections')
      .select('meetingMinutes')
      .where('id', '=', sectionId)
      .executeTakeFirstOrThrow()
    this.#usual.set(section, usualMinutes(meetingMinutes, meetings.at(-1)?.minutes ?? null))
    const totals = await db
      .selectFrom('instructionHours')
      .select(['learnerId', 'periodFrom as from', 'periodTo as to'])
      .where('sectionId', '=', sectionId)
      .execute()
    const covered = new Map<PersonState, Covered[]>()
    for (const { learnerId, ...days } of totals) {
      const person = personOf(learnerId)
      if (person) covered.set(person, [...(covered.get(person) ?? []), days])
    }
    this.#totals.set(section, covered)
  }

  #list(meeting: MeetingState): MeetingState {
    const meetings = this.#meetings.get(meeting.section) ?? new Map<IsoDate, MeetingState>()
    meetings.set(meeting.heldOn, meeting)
    this.#meetings.set(meeting.section, meetings)
    return meeting
  }

  /** How long a meeting of the class lasts unless told. */
  usualMinutes(section: SectionState): number {
    return this.#usual.get(section) ?? usualMinutes(null, null)
  }

  meetingsOf(section: SectionState): readonly MeetingState[] {
    return [...(this.#meetings.get(section)?.values() ?? [])]
  }

  meetingOn(section: SectionState, heldOn: IsoDate): MeetingState | null {
    return this.#meetings.get(section)?.get(heldOn) ?? null
  }

  addMeeting(section: SectionState, heldOn: IsoDate, minutes: number, rowNumber: number): MeetingState {
    return this.#list({
      ...{ id: null, isChanged: true, section, heldOn, facts: { minutes }, saidByRow: rowNumber },
    })
  }

  markOf(meeting: MeetingState, person: PersonState): MarkState | null {
    return this.#marks.get(meeting)?.get(person) ?? null
  }

  marksOf(meeting: MeetingState): readonly MarkState[] {
    return [...(this.#marks.get(meeting)?.values() ?? [])]
  }

  addMark(mark: MarkState): void {
    const marks = this.#marks.get(mark.meeting) ?? new Map<PersonState, MarkState>()
    marks.set(mark.person, mark)
    this.#marks.set(mark.meeting, marks)
  }

  /** Whether a total of hours of the class already holds the day: its hours would count twice. */
  isInTotal(section: SectionState, person: PersonState, day: IsoDate): boolean {
    const totals = this.#totals.get(section)?.get(person) ?? []
    return totals.some(({ from, to }) => from <= day && day <= to)
  }

  get meetings(): readonly MeetingState[] {
    return [...this.#meetings.values()].flatMap((meetings) => [...meetings.values()])
  }

  get marks(): readonly MarkState[] {
    return [...this.#marks.values()].flatMap((marks) => [...marks.values()])
  }
}
