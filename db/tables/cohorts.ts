import type { Generated } from 'kysely'

/** One group going through one track. */
export interface CohortTable {
  id: Generated<number>
  code: string
  trackId: number
  trackVersionId: number | null
  credentialId: number | null
  site: string
  term: string | null
  startDate: string
  endDate: string
  seats: number | null
  staff: Generated<string>
  deliveryFeatures: Generated<string>
  lessons: string | null
  closedOn: string | null
  importId: number | null
  createdAt: string
  updatedAt: string
}

/** One learner in one cohort. */
export interface CohortMemberTable {
  id: Generated<number>
  cohortId: number
  learnerId: number
  screeningId: number | null
  entryLevel: number | null
  startedOn: string | null
  outcome: string
  outcomeOn: string | null
  reason: string | null
  reasonNote: string | null
  importId: number | null
  updatedAt: string
}

/** One sitting of one exam part. */
export interface AttemptTable {
  id: Generated<number>
  cohortMemberId: number
  partKey: string
  number: number
  takenOn: string
  result: string
  /** The day on which an awaited result became known; null where it was known when recorded. */
  resultOn: string | null
  /** Why an attempt past the limit or the window was recorded all the same. */
  overrideReason: string | null
  note: string | null
  importId: number | null
  recordedAt: string
}
