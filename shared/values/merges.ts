/** What of a record moves to the one that is kept, as it is counted on the screen. */
export const movedKinds = [
  'classes',
  'assessments',
  'attendance',
  'hours',
  'evidence',
  'waivers',
  'screenings',
  'decisions',
  'waitingPlaces',
  'cohorts',
  'attempts',
  'holds',
  'acceptedFindings',
  'contacts',
] as const
export type MovedKind = (typeof movedKinds)[number]

/** What two records of one person may both hold, though it happened once. */
export const doubleKinds = [
  'assessment',
  'attendance',
  'hours',
  'waitingPlace',
  'cohortMember',
  'attempt',
] as const
export type DoubleKind = (typeof doubleKinds)[number]
