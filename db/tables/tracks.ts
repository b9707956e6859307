import type { Generated } from 'kysely'

/** Vocational programs. */
export interface TrackTable {
  id: Generated<number>
  code: string
  nameEn: string
  nameEs: string
  socCode: string | null
  socTitle: string | null
  seats: number | null
  status: string
  components: string
  notes: string | null
  source: string | null
  createdAt: string
  updatedAt: string
}

/** The dated entry rules of a track; `requirements` is JSON. */
export interface TrackVersionTable {
  id: Generated<number>
  trackId: number
  version: number
  effectiveFrom: string
  requirements: string
  note: string | null
  createdAt: string
  createdBy: number | null
}

/** Certifications of a track; `parts` is JSON. */
export interface CredentialTable {
  id: Generated<number>
  trackId: number
  nameEn: string
  nameEs: string
  parts: string
  attemptLimit: number | null
  windowMonths: number | null
  noShowUsesAttempt: Generated<number>
  source: string | null
  active: Generated<number>
}

/** A requirement set aside for one learner, by a named person, with a reason. */
export interface WaiverTable {
  id: Generated<number>
  learnerId: number
  trackId: number
  requirementKey: string
  reason: string
  grantedBy: number | null
  grantedByName: string
  grantedOn: string
  withdrawnOn: string | null
}

/** Figures to compare with, each with source and date. */
export interface BenchmarkTable {
  id: Generated<number>
  trackId: number
  kind: string
  measure: string
  partKey: string | null
  label: string
  numerator: number | null
  denominator: number | null
  ratePercent: number | null
  source: string
  validOn: string
  createdAt: string
}
