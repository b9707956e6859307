import { readAttendance, writeAttendance } from '../../shared/values/attendanceText.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { tidy } from '../files/values.ts'
import type { MeetingState } from './attendanceBook.ts'
import { findMember } from './findMember.ts'
import type { PeopleBook, PersonState } from './people.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { PlanContext } from './planning.ts'
import type { ReadRow } from './readRow.ts'
import { ChangeLog, setFields, type RecordChange } from './recordChanges.ts'
import type { SectionState } from './sections.ts'
import type { SheetClasses } from './sheetClasses.ts'
import { isLengthsRow, readLength, type sheetMeetings } from './sheetMeetings.ts'

/** What a sheet says of one learner at one meeting. */
interface Said {
  readonly section: SectionState
  readonly person: PersonState
  readonly heldOn: IsoDate
  readonly text: string
  /** How long the meeting lasted as the sheet says it; null where it says nothing. */
  readonly lasted: number | null
}

type Problem = { readonly code: string; readonly values?: Record<string, string | number> }

/** One is how many sheets write "was there": nobody comes for one minute. */
const asMark = (text: string) => (text === '1' ? 'P' : text)

/** Plans the rows of an attendance sheet one by one. */
export class AttendancePlanning {
  readonly #log = new ChangeLog()
  /** The days that the sheet speaks of, up to today. */
  readonly days = new Map<SectionState, Set<IsoDate>>()
  /** Whose cells of which meetings hold something that cannot be taken: `"17 2026-07-28"`. */
  readonly notTaken = new Set<string>()
  readonly #context: PlanContext
  readonly #people: PeopleBook
  readonly #classes: SheetClasses
  readonly #columns: ReturnType<typeof sheetMeetings>
  readonly #language: Language

  constructor(
    context: PlanContext,
    people: PeopleBook,
    classes: SheetClasses,
    columns: ReturnType<typeof sheetMeetings>,
    language: Language,
  ) {
    this.#context = context
    this.#people = people
    this.#classes = classes
    for (const section of classes.sections) this.days.set(section, new Set())
    this.#columns = columns
    this.#language = language
  }

  get changes(): RecordChange[] {
    return this.#log.changes
  }

  planRow(read: ReadRow, planned: PlannedRow): void {
    const section = this.#sectionOf(read)
    planned.summary = section?.facts.code ?? ''
    if (section === null) {
      read.refuse('unknownSection', read.has('sectionCode') ? 'sectionCode' : null)
      return
    }
    if (isLengthsRow(read)) {
      this.#planLengths(section, read, planned)
    } else {
      const person = findMember(read, planned, this.#people, this.#classes.membersOf(section))
      if (person === null) return
      this.#planMarks(section, person, read, planned)
      if (read.has('heldOn')) this.#planMarkOfDay(section, person, read, planned)
    }
    if (planned.changes.length === 0) return
    planned.state = planned.changes.some(({ before }) => before !== null) ? 'changed' : 'new'
  }

  #sectionOf(read: ReadRow): SectionState | null {
    return this.#classes.sectionOf(read.text('sectionCode', 40))
  }

  /** A row that says how long each meeting lasted. Meetings not on record come with their first mark. */
  #planLengths(section: SectionState, read: ReadRow, planned: PlannedRow): void {
    planned.name = tidy(read.cell('studentId')) || tidy(read.cell('fullName'))
    for (const { column, cell } of read.cellsByColumn('meetingDay')) {
      const length = readLength(cell)
      if (length === 'notALength') read.leaveOutIn(column, 'notALength')
      if (typeof length !== 'number') continue
      const meeting = this.#columns.meetings.find((one) => one.column.index === column.index)
      const known = meeting && this.#classes.attendance.meetingOn(section, meeting.heldOn)
      if (known && !meeting.isSecond) this.#setLength(known, length, planned)
    }
  }

  #setLength(meeting: MeetingState, minutes: number, planned: PlannedRow): void {
    const values = setFields(meeting, { minutes })
    if (values.length === 0) return
    const before = values[0]!.before as number
    meeting.saidByRow = planned.number
    this.#log.changed(planned.number, 'meeting', meeting, values)
    const field = `meetingMinutes.${meeting.heldOn}`
    planned.changes.push({ field, before: String(before), after: String(minutes) })
  }

  #speaksOf(section: SectionState, day: IsoDate): void {
    if (day <= this.#context.today) this.days.get(section)?.add(day)
  }

  /** The cells of a learner in the columns of the meetings. */
  #planMarks(section: SectionState, person: PersonState, read: ReadRow, planned: PlannedRow): void {
    const { meetings, withoutDay } = this.#columns
    const cells = new Map(
      read.cellsByColumn('meetingDay').map(({ column, cell }) => [column.index, tidy(cell)]),
    )
    for (const column of withoutDay) {
      if ((cells.get(column.index) ?? '') !== '') read.leaveOutIn(column, 'columnWithoutDay')
    }
    for (const { column, heldOn, minutes: lasted, isSecond } of meetings) {
      this.#speaksOf(section, heldOn)
      const text = cells.get(column.index) ?? ''
      if (text === '') continue
      const problem = isSecond
        ? { code: 'attendance.sameDayTwice' }
        : this.#note({ section, person, heldOn, text, lasted }, planned)
      if (!problem) continue
      read.leaveOutIn(column, problem.code, problem.values)
      this.notTaken.add(`${person.id} ${heldOn}`)
    }
  }

  /** A row that says its own day. */
  #planMarkOfDay(section: SectionState, person: PersonState, read: ReadRow, planned: PlannedRow): void {
    read.require('heldOn')
    const heldOn = read.date('heldOn', 'any', 'refuse')
    if (heldOn === null) return
    this.#speaksOf(section, heldOn)
    planned.summary = [section.facts.code, heldOn].join(' · ')
    const marked = asMark(read.text('mark', 40) ?? '')
    const text = [marked, read.text('attendedMinutes', 10) ?? ''].filter(Boolean).join(' ')
    const lasted = readLength(read.cell('meetingMinutes'))
    if (lasted === 'notALength') read.leaveOut('notALength', 'meetingMinutes')
    if (text === '') return
    const said = { section, person, heldOn, text, lasted: lasted === 'notALength' ? null : lasted }
    const problem = this.#note(said, planned)
    if (problem) {
      read.refuse(problem.code, fieldOf(problem.code, read), problem.values)
      this.notTaken.add(`${person.id} ${heldOn}`)
    } else if (typeof lasted === 'number') this.#sayLength(said, lasted, read, planned)
  }

  /** The rows of one day may not differ in how long its meeting lasted. */
  #sayLength({ section, heldOn }: Said, minutes: number, read: ReadRow, planned: PlannedRow): void {
    const meeting = this.#classes.attendance.meetingOn(section, heldOn)
    if (!meeting || meeting.facts.minutes === minutes) return
    if (meeting.saidByRow === null) this.#setLength(meeting, minutes, planned)
    else read.leaveOut('contradictsRowOnDay', 'meetingMinutes', { row: meeting.saidByRow })
  }

  /** Notes a mark that differs from the record; answers what speaks against it. */
  #note({ section, person, heldOn, text, lasted }: Said, planned: PlannedRow): Problem | null {
    const { attendance } = this.#classes
    const known = attendance.meetingOn(section, heldOn)
    const minutes = lasted ?? known?.facts.minutes ?? attendance.usualMinutes(section)
    const noted = readAttendance(asMark(text), minutes)
    if (typeof noted === 'string') return { code: `attendance.${noted}` }
    if (noted === null) return null
    if (heldOn > this.#context.today) return { code: 'attendance.inFuture' }
    if (attendance.isInTotal(section, person, heldOn)) return { code: 'attendance.totalThere' }
    const mark = known && attendance.markOf(known, person)
    if (mark && mark.facts.mark === noted.mark && mark.facts.minutes === noted.minutes) {
      mark.saidByRow ??= planned.number
      return null
    }
    if (mark && mark.saidByRow !== null)
      return { code: 'contradictsRowOnDay', values: { row: mark.saidByRow } }
    const meeting = known ?? this.#addMeeting(section, heldOn, minutes, planned)
    const written = (facts: typeof noted) => writeAttendance(facts, this.#language)
    const field = `mark.${heldOn}`
    planned.changes.push({ field, before: mark ? written(mark.facts) : null, after: written(noted) })
    if (mark) {
      mark.saidByRow = planned.number
      this.#log.changed(planned.number, 'attendance', mark, setFields(mark, noted))
      return null
    }
    const added = { id: null, isChanged: true, meeting, person, facts: noted, saidByRow: planned.number }
    attendance.addMark(added)
    const facts = { section: section.facts.code, heldOn, ...noted }
    this.#log.created(planned.number, 'attendance', added, facts)
    return null
  }

  #addMeeting(section: SectionState, heldOn: IsoDate, minutes: number, planned: PlannedRow): MeetingState {
    const meeting = this.#classes.attendance.addMeeting(section, heldOn, minutes, planned.number)
    const facts = { section: section.facts.code, heldOn, minutes }
    this.#log.created(planned.number, 'meeting', meeting, facts)
    planned.changes.push({ field: `meetingMinutes.${heldOn}`, before: null, after: String(minutes) })
    return meeting
  }
}

/** The field at fault in a row that says its own day. */
function fieldOf(code: string, read: ReadRow): string {
  if (code === 'attendance.inFuture' || code === 'attendance.totalThere') return 'heldOn'
  const isOfMinutes = code === 'attendance.minutesMissing' || code === 'attendance.longerThanMeeting'
  return isOfMinutes && read.has('attendedMinutes')
    ? 'attendedMinutes'
    : read.has('mark')
      ? 'mark'
      : 'attendedMinutes'
}
