import { isThere, type AttendanceMark } from '../rules/attendance.ts'
import type { Language } from './vocabulary.ts'

/** What is noted of one learner at one meeting, as it is kept. */
export interface NotedAttendance {
  readonly mark: AttendanceMark
  /** Null where the mark alone says them. */
  readonly minutes: number | null
}

/** The letter of each mark on a sheet; each language's letters are understood in both. */
export const attendanceLetters: Readonly<Record<Language, Readonly<Record<AttendanceMark, string>>>> = {
  en: { present: 'P', late: 'L', excused: 'E', absent: 'A' },
  es: { present: 'P', late: 'T', excused: 'J', absent: 'A' },
}

const words: Readonly<Record<string, AttendanceMark>> = {
  p: 'present',
  y: 'present',
  yes: 'present',
  sí: 'present',
  si: 'present',
  present: 'present',
  presente: 'present',
  x: 'present',
  '✓': 'present',
  a: 'absent',
  n: 'absent',
  no: 'absent',
  absent: 'absent',
  ausente: 'absent',
  f: 'absent',
  falta: 'absent',
  l: 'late',
  late: 'late',
  t: 'late',
  tarde: 'late',
  e: 'excused',
  excused: 'excused',
  j: 'excused',
  justificada: 'excused',
  justificado: 'excused',
}

const shape = /^(?<word>[^\d\s]*)\s*(?<minutes>\d{1,4})?$/u

/** Why a cell is not understood: keys of `shared/texts/<language>/attendance.json`. */
export type AttendanceTextProblem = 'notUnderstood' | 'longerThanMeeting' | 'minutesMissing'

/**
 * Reads a cell of an attendance sheet: a letter or word, minutes, or both (`P`, `L 75`, `75`, `tarde 75`). Minutes
 * alone are somebody present for the whole meeting, or late. Empty text is nothing noted.
 */
export function readAttendance(
  text: string,
  meetingMinutes: number,
): NotedAttendance | null | AttendanceTextProblem {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === '') return null
  const { word = '', minutes: digits } = shape.exec(trimmed)?.groups ?? {}
  const minutes = digits === undefined ? null : Number(digits)
  const named = Object.hasOwn(words, word) ? words[word] : undefined
  if (word === '' && minutes === null) return 'notUnderstood'
  if (word !== '' && named === undefined) return 'notUnderstood'
  if (minutes !== null && minutes > meetingMinutes) return 'longerThanMeeting'
  const mark = named ?? (minutes === 0 ? 'absent' : minutes === meetingMinutes ? 'present' : 'late')
  if (mark === 'late' && minutes === null) return 'minutesMissing'
  const saysMore = isThere(mark) && minutes !== null && minutes !== meetingMinutes
  return { mark, minutes: saysMore || mark === 'late' ? minutes : null }
}

/** Writes a cell of an attendance sheet as `readAttendance` reads it. */
export function writeAttendance({ mark, minutes }: NotedAttendance, language: Language): string {
  const letter = attendanceLetters[language][mark]
  return minutes === null ? letter : `${letter} ${minutes}`
}
