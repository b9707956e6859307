import { compareDates, type IsoDate } from '../values/dates.ts'

/** What is noted of one learner at one class meeting. */
export const attendanceMarks = ['present', 'late', 'excused', 'absent'] as const
export type AttendanceMark = (typeof attendanceMarks)[number]

/** The longest meeting taken in, in minutes: twelve hours. */
export const longestMeeting = 720

/** What a meeting lasts where neither the class nor an earlier meeting says it, in minutes. */
const twoHours = 120

/** How long a new meeting of a class lasts unless told, in minutes: what the class says, else the last meeting. */
export const usualMinutes = (ofClass: number | null, ofLastMeeting: number | null): number =>
  ofClass ?? ofLastMeeting ?? twoHours

/** Meetings missed in a row from which somebody should ask why. */
export const absencesThatWorry = 3

/** One learner at one class meeting. */
export interface MeetingAttendance {
  readonly on: IsoDate
  readonly mark: AttendanceMark
}

export const isThere = (mark: AttendanceMark) => mark === 'present' || mark === 'late'

/**
 * The minutes that count: those typed, or the whole meeting for somebody present; somebody late has to have
 * them typed. Null: not known yet. Nobody absent has minutes, and nobody more than the meeting lasted.
 */
export function minutesCounted(
  mark: AttendanceMark,
  typed: number | null,
  meetingMinutes: number,
): number | null {
  if (!isThere(mark)) return 0
  if (typed !== null) return Math.min(typed, meetingMinutes)
  return mark === 'present' ? meetingMinutes : null
}

/**
 * How many of the newest meetings in a row a learner missed, excused or not, and since when; null if the learner
 * was there at the newest one. A meeting for which nothing is noted is passed over.
 */
export function runOfAbsences(
  meetings: readonly MeetingAttendance[],
): { readonly count: number; readonly since: IsoDate } | null {
  const newestFirst = meetings.toSorted((one, other) => compareDates(other.on, one.on))
  const firstThere = newestFirst.findIndex(({ mark }) => isThere(mark))
  const missed = firstThere === -1 ? newestFirst : newestFirst.slice(0, firstThere)
  const oldest = missed.at(-1)
  return oldest === undefined ? null : { count: missed.length, since: oldest.on }
}
