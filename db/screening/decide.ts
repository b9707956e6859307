import type { ScreeningResult } from '../../shared/rules/screening/answers.ts'
import { isAgainstResult } from '../../shared/rules/screening/decisions.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Decision } from '../../shared/values/vocabulary.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { ResultFilter } from '../../shared/contract/screenings.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { joinLine, waitingEntries } from '../waitlist/line.ts'
import { matchingResults } from './results.ts'
import { batchesOf } from '../batches.ts'

export interface DecisionInput {
  screeningId: number
  whom:
    | { kind: 'chosen'; learnerIds: number[] }
    | { kind: 'shown'; filter: ResultFilter; exceptLearnerIds: number[] }
  decision: Decision
  reason: string | null
  lookAgainOn: IsoDate | null
}

interface DecidedBy {
  caller: SignedInAccount
  sight: Sight
  now: string
  today: IsoDate
}

interface Decided {
  learnerId: number
  decisionId: number
}

async function resultsMeant(db: Writer, { screeningId, whom }: DecisionInput, sight: Sight) {
  if (whom.kind === 'shown') {
    const shown = await matchingResults(db, screeningId, whom.filter, sight)
      .select(['screeningResults.learnerId', 'screeningResults.result'])
      .orderBy('screeningResults.preferredMet', 'desc')
      .orderBy('screeningResults.foldedName')
      .execute()
    const left = new Set(whom.exceptLearnerIds)
    return shown.filter(({ learnerId }) => !left.has(learnerId))
  }
  const all = await db
    .selectFrom('screeningResults')
    .select(['learnerId', 'result'])
    .where('screeningId', '=', screeningId)
    .where(learnerInSight(sight, 'learnerId'))
    .execute()
  const byLearner = new Map(all.map((row) => [row.learnerId, row]))
  // In the order chosen: it is the order in which they join a waiting list.
  return [...new Set(whom.learnerIds)].map((learnerId) => {
    const result = byLearner.get(learnerId)
    if (!result) throw notFound('learner')
    return result
  })
}

async function leaveLine(db: Writer, trackId: number, decided: readonly Decided[], by: DecidedBy) {
  const byLearner = new Map(decided.map(({ learnerId, decisionId }) => [learnerId, decisionId]))
  const waiting = await waitingEntries(db, trackId).select(['id', 'learnerId']).execute()
  for (const { id, learnerId } of waiting) {
    const decisionId = byLearner.get(learnerId)
    if (decisionId === undefined) continue
    await db
      .updateTable('waitlistEntries')
      .set({ removedOn: by.today, removedByDecisionId: decisionId })
      .where('id', '=', id)
      .execute()
  }
}

/**
 * Writes one decision for each learner meant. *Waitlist* puts them at the end of the track's line; any
 * other decision takes them off it. Refused without a reason where it goes against a result.
 */
export async function decide(db: Writer, input: DecisionInput, by: DecidedBy): Promise<Decided[]> {
  const { screeningId, decision, reason } = input
  const screening = await db
    .selectFrom('screenings')
    .select('trackId')
    .where('id', '=', screeningId)
    .executeTakeFirst()
  if (!screening) throw notFound('screening')
  const results = await resultsMeant(db, input, by.sight)
  if (results.length === 0) throw refused('screening.nobodyChosen')
  const against = results.filter(({ result }) => isAgainstResult(decision, result as ScreeningResult))
  if (reason === null && against.length > 0) {
    const values = { people: against.length }
    throw invalidFields([{ path: 'reason', code: 'screening.reasonNeeded', values }])
  }
  const decided: Decided[] = []
  for (const some of batchesOf(results, 500)) {
    const rows = some.map(({ learnerId }) => ({
      screeningId,
      learnerId,
      decision,
      reason,
      decidedAt: by.now,
      decidedBy: by.caller.id,
      decidedByName: by.caller.name,
    }))
    const written = await db.insertInto('decisions').values(rows).returning(['id', 'learnerId']).execute()
    decided.push(...written.map(({ id, learnerId }) => ({ decisionId: id, learnerId })))
  }
  const { trackId } = screening
  if (decision === 'waitlist') {
    await joinLine(db, {
      trackId,
      screeningId,
      addedOn: by.today,
      lookAgainOn: input.lookAgainOn,
      learners: decided.map(({ learnerId, decisionId }) => ({ learnerId, byDecision: decisionId })),
    })
  } else {
    await leaveLine(db, trackId, decided, by)
  }
  return decided
}
