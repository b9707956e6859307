import { type IsoDate } from '../values/dates.ts'
import { type LeavingReason, type MemberOutcome } from '../values/vocabulary.ts'
import { type Rate } from './rates.ts'

/** What is known of one cohort member. */
export interface MemberFact {
  /** Null while the member has not started. */
  readonly startedOn: IsoDate | null
  /** Null and `stillIn` both mean that no outcome has been recorded. */
  readonly outcome: MemberOutcome | null
  /** Null: recorded without a date, and taken as known on every date. */
  readonly outcomeOn: IsoDate | null
  readonly reason: LeavingReason | null
}

/** Where a member stands on a date. `notYetStarted`: listed, expected, and not counted. */
export type MemberStatus = MemberOutcome | 'notYetStarted'

/**
 * Where a member stands on the as-of date. A fact dated later is not known yet: somebody who completes
 * next week is still in today.
 */
export function memberStatus(member: MemberFact, asOf: IsoDate): MemberStatus {
  const known = member.outcomeOn === null || member.outcomeOn <= asOf
  if (member.outcome === 'didNotStart') return known ? 'didNotStart' : 'notYetStarted'
  if (member.startedOn === null || member.startedOn > asOf) return 'notYetStarted'
  return known && member.outcome !== null ? member.outcome : 'stillIn'
}

/** The counts of one cohort or of several together. */
export interface CompletionCounts {
  readonly didNotStart: number
  readonly notYetStarted: number
  /** Always completed + withdrew + excluded + stillIn. */
  readonly enrolled: number
  readonly completed: number
  readonly withdrew: number
  readonly excluded: number
  readonly stillIn: number
}

/** Counts members by where they stand on the as-of date. */
export function countCompletion(members: readonly MemberFact[], asOf: IsoDate): CompletionCounts {
  const counts = { didNotStart: 0, notYetStarted: 0, completed: 0, withdrew: 0, excluded: 0, stillIn: 0 }
  for (const member of members) counts[memberStatus(member, asOf)]++
  return { ...counts, enrolled: counts.completed + counts.withdrew + counts.excluded + counts.stillIn }
}

/** Completed ÷ (enrolled − excluded). Not final while anyone is still in. */
export function completionRate(counts: CompletionCounts): Rate {
  return { numerator: counts.completed, denominator: counts.enrolled - counts.excluded }
}

/** Completed ÷ (completed + withdrew): printed beside the completion rate while it is not final. */
export function rateOfThoseFinished(counts: CompletionCounts): Rate {
  return { numerator: counts.completed, denominator: counts.completed + counts.withdrew }
}

/** False while anyone is still in or has yet to start. */
export function isFinal(counts: CompletionCounts): boolean {
  return counts.stillIn === 0 && counts.notYetStarted === 0
}

/** Members who withdrew by the as-of date, by reason; null stands for no reason recorded. */
export function withdrawalsByReason(
  members: readonly MemberFact[],
  asOf: IsoDate,
): Map<LeavingReason | null, number> {
  const counts = new Map<LeavingReason | null, number>()
  for (const member of members) {
    if (memberStatus(member, asOf) !== 'withdrew') continue
    counts.set(member.reason, (counts.get(member.reason) ?? 0) + 1)
  }
  return counts
}
