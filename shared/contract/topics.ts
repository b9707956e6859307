/**
 * What a command changes and a query reads. After a command, the page refetches every query that reads
 * one of the topics the command changes: nobody has to remember which screen shows what.
 */
export const topics = [
  'session',
  'program',
  'accounts',
  'learners',
  'assessments',
  'instruments',
  'sections',
  'attendance',
  'contacts',
  'tracks',
  'screenings',
  'waitlist',
  'cohorts',
  'imports',
  'benchmarks',
  'dataChecks',
  'duplicates',
  'audit',
  'safety',
] as const

export type Topic = (typeof topics)[number]
