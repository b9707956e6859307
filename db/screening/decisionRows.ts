import type { ResultRow } from '../../shared/contract/screenings.ts'
import type { Decision } from '../../shared/values/vocabulary.ts'

interface JoinedDecision {
  decisionId: number | null
  decision: string | null
  reason: string | null
  decidedAt: string | null
  decidedByName: string | null
}

/** A decision joined to a result; null where nobody has decided. */
export function decisionOf(row: JoinedDecision): ResultRow['decision'] {
  if (row.decisionId === null || row.decidedAt === null || row.decidedByName === null) return null
  return {
    id: row.decisionId,
    decision: row.decision as Decision,
    reason: row.reason,
    decidedAt: row.decidedAt,
    decidedByName: row.decidedByName,
  }
}
