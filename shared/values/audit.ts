/** Records that belong to one learner: their entries in the record of changes name the learner. */
export const learnerRecordSubjects = [
  'assessment',
  'evidence',
  'instructionHours',
  'attendance',
  'cohortMember',
  'attempt',
  'contact',
] as const
export type LearnerRecordSubject = (typeof learnerRecordSubjects)[number]

/** Records that belong to the program. */
export const programSubjects = [
  'program',
  'account',
  'keys',
  'backup',
  'section',
  'meeting',
  'track',
  'levelTable',
  'screening',
  'cohort',
  'benchmark',
  'import',
  'disclosure',
] as const
export type ProgramSubject = (typeof programSubjects)[number]

/** Everything that an entry in the record of changes can be about. */
export const auditSubjects = ['learner', ...learnerRecordSubjects, ...programSubjects] as const
export type AuditSubject = (typeof auditSubjects)[number]
