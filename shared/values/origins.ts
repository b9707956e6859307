/** Records of which it can be said where their values come from. */
export const originSubjects = [
  'learner',
  'assessment',
  'cohortMember',
  'attempt',
  'instructionHours',
  'attendance',
  'sectionMember',
  'evidence',
] as const
export type OriginSubject = (typeof originSubjects)[number]
