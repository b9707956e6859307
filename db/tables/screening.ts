import type { Generated } from 'kysely'

/** One dated run of a track's rules over a pool. */
export interface ScreeningTable {
  id: Generated<number>
  trackId: number
  trackVersionId: number
  startDate: string
  asOf: string
  pool: string
  requirements: string
  levelTables: Generated<string>
  counts: string
  reasons: Generated<string>
  createdAt: string
  createdBy: number | null
  createdByName: string
}

/** One learner's answers in a screening, with the facts used. */
export interface ScreeningResultTable {
  id: Generated<number>
  screeningId: number
  learnerId: number
  learnerName: string
  foldedName: string
  studentId: string | null
  result: string
  withinReach: number
  preferredMet: Generated<number>
  answers: string
  facts: string
}

/** A required requirement that holds a learner back in a screening; taken from the answers, to filter by. */
export interface ScreeningOpenAnswerTable {
  screeningId: number
  requirementKey: string
  learnerId: number
  state: string
  pointsBelow: number | null
}

/** What a person decided beside a result; the newest counts. */
export interface DecisionTable {
  id: Generated<number>
  screeningId: number
  learnerId: number
  decision: string
  reason: string | null
  decidedAt: string
  decidedBy: number | null
  decidedByName: string
}

/** The ordered waiting list of a track. */
export interface WaitlistEntryTable {
  id: Generated<number>
  trackId: number
  learnerId: number
  screeningId: number | null
  position: number
  addedOn: string
  lookAgainOn: string | null
  note: string | null
  removedOn: string | null
  removedReason: string | null
  addedByDecisionId: number | null
  removedByDecisionId: number | null
}
