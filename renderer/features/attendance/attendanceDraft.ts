import type { MeetingEntry, SectionAttendance } from '../../../shared/contract/attendance.ts'
import {
  readAttendance,
  writeAttendance,
  type AttendanceTextProblem,
} from '../../../shared/values/attendanceText.ts'
import { compareDates, type IsoDate } from '../../../shared/values/dates.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import type { EntryChange } from '../../ui/entryColumns.ts'

/** What is typed and not saved: new or changed meetings by day, and cells by day and learner. */
export interface AttendanceDraft {
  readonly meetings: Readonly<Record<IsoDate, number>>
  readonly cells: Readonly<Record<IsoDate, Readonly<Record<number, string>>>>
}

export const nothingTyped: AttendanceDraft = { meetings: {}, cells: {} }

/** A meeting of the grid: on record, or new and not saved. */
export interface ShownMeeting {
  readonly heldOn: IsoDate
  readonly minutes: number
  /** Null while it is only typed. */
  readonly meetingId: number | null
}

/** One learner of the grid with a text for each meeting. */
export interface AttendanceLine {
  readonly row: SectionAttendance['rows'][number]
  readonly texts: Readonly<Record<IsoDate, string>>
}

/** The meetings of the days shown, those only typed among them, the newest first: it is the one to write in. */
export function shownMeetings(
  { meetings }: Pick<SectionAttendance, 'meetings'>,
  draft: AttendanceDraft,
  span: { readonly from: IsoDate; readonly to: IsoDate },
): ShownMeeting[] {
  const kept = meetings.map(({ id, heldOn, minutes }) => ({
    heldOn,
    minutes: draft.meetings[heldOn] ?? minutes,
    meetingId: id,
  }))
  const typed = Object.entries(draft.meetings)
    .filter(([heldOn]) => heldOn >= span.from && heldOn <= span.to)
    .filter(([heldOn]) => kept.every((meeting) => meeting.heldOn !== heldOn))
    .map(([heldOn, minutes]) => ({ heldOn, minutes, meetingId: null }))
  return [...kept, ...typed].toSorted((one, other) => compareDates(other.heldOn, one.heldOn))
}

/** The lines of the grid: what is on record, with what is typed over it. */
export function attendanceLines(
  { rows, meetings }: SectionAttendance,
  draft: AttendanceDraft,
  language: Language,
): AttendanceLine[] {
  const days = new Map(meetings.map(({ id, heldOn }) => [id, heldOn]))
  return rows.map((row) => {
    const kept = row.marks.map((mark) => [days.get(mark.meetingId) ?? '', writeAttendance(mark, language)])
    const typed = Object.entries(draft.cells).flatMap(([heldOn, cells]) => {
      const text = cells[row.learnerId]
      return text === undefined ? [] : [[heldOn, text]]
    })
    return { row, texts: Object.fromEntries([...kept, ...typed]) as Record<IsoDate, string> }
  })
}

/** What is wrong with a cell, or undefined. */
export function cellProblem(text: string, { minutes }: ShownMeeting): AttendanceTextProblem | undefined {
  const read = readAttendance(text, minutes)
  return typeof read === 'string' ? read : undefined
}

/** The draft with cells changed; a column's id is its day. */
export function changeCells(
  draft: AttendanceDraft,
  lines: readonly AttendanceLine[],
  changes: readonly EntryChange[],
): AttendanceDraft {
  const cells: Record<IsoDate, Record<number, string>> = { ...draft.cells }
  for (const { rowIndex, columnId, value } of changes) {
    const learnerId = lines[rowIndex]?.row.learnerId
    if (learnerId !== undefined) cells[columnId] = { ...cells[columnId], [learnerId]: value }
  }
  return { ...draft, cells }
}

/** Everybody who sits in the class and has nothing in the cell is present. */
export function everyonePresent(
  draft: AttendanceDraft,
  lines: readonly AttendanceLine[],
  heldOn: IsoDate,
  language: Language,
): AttendanceDraft {
  const present = writeAttendance({ mark: 'present', minutes: null }, language)
  const empty = lines.filter(({ row, texts }) => row.sitsNow && (texts[heldOn] ?? '').trim() === '')
  const filled = Object.fromEntries(empty.map(({ row }) => [row.learnerId, present]))
  return { ...draft, cells: { ...draft.cells, [heldOn]: { ...draft.cells[heldOn], ...filled } } }
}

/** What the draft asks the core to keep: a meeting for each day touched, with the cells changed in it. */
export function meetingEntries(
  meetings: readonly ShownMeeting[],
  lines: readonly AttendanceLine[],
  draft: AttendanceDraft,
): MeetingEntry[] {
  return meetings
    .filter(({ heldOn }) => heldOn in draft.meetings || heldOn in draft.cells)
    .map(({ heldOn, minutes }) => ({
      heldOn,
      minutes,
      marks: lines.flatMap(({ row, texts }) => {
        if (draft.cells[heldOn]?.[row.learnerId] === undefined) return []
        const read = readAttendance(texts[heldOn] ?? '', minutes)
        if (typeof read === 'string') return []
        return [{ learnerId: row.learnerId, mark: read?.mark ?? null, minutes: read?.minutes ?? null }]
      }),
    }))
}
