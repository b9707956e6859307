import type { Role } from './vocabulary.ts'

/** What a file that comes in can hold. */
export const importKinds = ['roster', 'testSummary', 'attendance', 'hours', 'cohortHistory'] as const
export type ImportKind = (typeof importKinds)[number]

/** Who brings files of every kind in. */
export const bringsFiles = [
  'director',
  'coordinator',
  'staff',
  'administrator',
] as const satisfies readonly Role[]

/** The kinds of file that somebody brings in: an instructor the attendance of their classes, others every kind. */
export function kindsToBring(roles: readonly Role[]): readonly ImportKind[] {
  if (bringsFiles.some((role) => roles.includes(role))) return importKinds
  return roles.includes('instructor') ? ['attendance'] : []
}

/** Lists that this app or another system writes: known by their headings. */
export const fileLayouts = [
  'testSummary',
  'assessmentUpload',
  'roster',
  'learnerList',
  'attendanceSheet',
] as const
export type FileLayout = (typeof fileLayouts)[number]

/** What a row of a file does to the records. */
export const importRowStates = [
  'new',
  'changed',
  'unchanged',
  'conflict',
  'possibleDuplicate',
  'refused',
] as const
export type ImportRowState = (typeof importRowStates)[number]

/** What a person says of a possible duplicate: the same person, another person, or not now. */
export const importChoices = ['same', 'different', 'setAside'] as const
export type ImportChoice = (typeof importChoices)[number]

/** What a person says of a value that somebody typed and a file contradicts: which of the two counts. */
export const conflictChoices = ['record', 'file'] as const
export type ConflictChoice = (typeof conflictChoices)[number]

/** Which number comes first in a date such as 03/09/1981. */
export const dateOrders = ['monthFirst', 'dayFirst'] as const

export const unknownStudentChoices = ['refuse', 'add'] as const
export type UnknownStudents = (typeof unknownStudentChoices)[number]

/** What became of a record when its import was undone; *partly*: some of its values stay. */
export const undoneFates = ['removed', 'putBack', 'partly', 'kept'] as const
export type UndoneFate = (typeof undoneFates)[number]

/** Why a record or value stays although its import is undone. */
export const keptReasons = ['edited', 'hasEntries', 'cohortClosed', 'merged'] as const
export type KeptReason = (typeof keptReasons)[number]

/** What a record can have got of its own since a file brought or changed it. */
export const laterEntryKinds = [
  'seats',
  'tests',
  'cohorts',
  'members',
  'attempts',
  'hours',
  'attendance',
  'meetings',
  'evidence',
  'contacts',
  'waivers',
  'screenings',
  'waitlist',
  'disclosures',
  'holds',
  'acceptedFindings',
] as const
export type LaterEntry = (typeof laterEntryKinds)[number]
