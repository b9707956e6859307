import type { Generated } from 'kysely'

/** People in the program, or on their way to it. */
export interface LearnerTable {
  id: Generated<number>
  studentId: string | null
  familyName: string
  givenName: string
  preferredName: string | null
  foldedName: string
  birthDate: string | null
  email: string | null
  firstLanguage: string | null
  schooling: string | null
  schoolingCountry: string | null
  equivalency: string | null
  interestTrackId: number | null
  interestNote: string | null
  workSchedule: string | null
  referralSource: string | null
  notes: string | null
  status: Generated<string>
  importId: number | null
  createdAt: string
  updatedAt: string
  /** When the person was erased; such a row only stands for them where history counts. */
  erasedAt: string | null
  /** The record that stands for this one since the two were merged; see `db/learners/learnerIsThere.ts`. */
  mergedIntoId: number | null
}

/** Several numbers, best first; `contactName` when the number is a trusted contact. */
export interface LearnerPhoneTable {
  id: Generated<number>
  learnerId: number
  position: number
  number: string
  digits: string
  contactName: string | null
}

/** A second student number of one person, found when a file listed them twice. */
export interface LearnerOtherIdTable {
  studentId: string
  learnerId: number
  importId: number | null
}

/** Documents seen, components done, interviews held: never their content. */
export interface EvidenceTable {
  id: Generated<number>
  learnerId: number
  kind: string
  evidenceKey: string
  status: string
  onDate: string
  documentDate: string | null
  doses: number | null
  seenBy: string | null
  recordedAt: string
}

/** A reason to keep somebody's record whatever its age, until it is lifted. */
export interface LearnerHoldTable {
  id: Generated<number>
  learnerId: number
  reason: string
  placedOn: string
  placedBy: number | null
  placedByName: string
  liftedOn: string | null
  liftedByName: string | null
}

/** Pairs that look alike and are two people; the smaller number first. */
export interface DistinctPeopleTable {
  learnerId: number
  otherLearnerId: number
  decidedAt: string
  decidedBy: number | null
  /** Null for what an import of an older version noted. */
  decidedByName: string | null
}

/** A merge that stands: one record of a person became part of the other. */
export interface LearnerMergeTable {
  id: Generated<number>
  keptId: number
  mergedId: number
  mergedAt: string
  mergedBy: number | null
  mergedByName: string
}

/** What a merge did to one row, to be taken back: `before` is null for a row it added, `after` for one it left out. */
export interface LearnerMergeStepTable {
  mergeId: number
  position: number
  tableName: string
  rowKey: string
  before: string | null
  after: string | null
}

/** A call or message to a learner who stayed away. `aboutOn` is the newest meeting missed, or the last service. */
export interface ContactTable {
  id: Generated<number>
  learnerId: number
  sectionId: number | null
  occasion: string
  aboutOn: string
  contactedOn: string
  result: string
  reason: string | null
  recordedAt: string
  recordedBy: number | null
  recordedByName: string
}

/**
 * A finding of the data check that somebody knows and leaves as it is. `details` is JSON of the values it rested
 * on; `learnerId` is null for what belongs to no single learner.
 */
export interface AcceptedFindingTable {
  id: Generated<number>
  rule: string
  subject: string
  subjectId: number
  learnerId: number | null
  details: string
  reason: string
  acceptedOn: string
  acceptedBy: number | null
  acceptedByName: string
}
