import type { AttemptResult, LearnerStatus, MemberOutcome } from '../values/vocabulary.ts'
import { isThere, type AttendanceMark } from './attendance.ts'

/** Which of two records of one person something is taken from. */
export const mergeSides = ['kept', 'other'] as const
export type MergeSide = (typeof mergeSides)[number]

/** The facts that two records can differ in; phones and further student numbers are united. */
export const mergedFacts = [
  'familyName',
  'givenName',
  'preferredName',
  'studentId',
  'birthDate',
  'status',
  'email',
  'firstLanguage',
  'schooling',
  'schoolingCountry',
  'equivalency',
  'interestTrackId',
  'interestNote',
  'workSchedule',
  'referralSource',
  'notes',
] as const
export type MergedFact = (typeof mergedFacts)[number]

/** What may be chosen for a fact: one side, or for notes the two texts one after the other. */
export const factChoices = [...mergeSides, 'both'] as const
export type FactChoice = (typeof factChoices)[number]

/** Why a fact is proposed as it is, in the words of the screen. */
export const factReasons = ['same', 'filled', 'status', 'typed', 'newer', 'both', 'keptRecord'] as const
export type FactReason = (typeof factReasons)[number]

/** One record's value of a fact, and where it comes from as far as that is known. */
export interface FactSide {
  readonly value: string | number | null
  /** Somebody typed it; false: a file brought it; null: not known. */
  readonly isTyped: boolean | null
  /** The moment since which it stands so; null: not known. */
  readonly since: string | null
}

export interface FactProposal {
  readonly choice: FactChoice
  readonly reason: FactReason
}

const isEmpty = ({ value }: FactSide) => value === null || value === ''

/** Somebody who is here under one record is here. */
const statusOrder: readonly LearnerStatus[] = ['active', 'prospect', 'paused', 'left']
const rankOf = ({ value }: FactSide) => statusOrder.indexOf(value as LearnerStatus)

/**
 * The fact that the one record should have, unless somebody chooses otherwise: a filled one over an empty one,
 * the livelier status, both notes, what somebody typed over what a file brought, the newer over the older; where
 * nothing says more, that of the record that is kept.
 */
export function proposedFact(fact: MergedFact, kept: FactSide, other: FactSide): FactProposal {
  if (kept.value === other.value || (isEmpty(kept) && isEmpty(other)))
    return { choice: 'kept', reason: 'same' }
  if (isEmpty(kept)) return { choice: 'other', reason: 'filled' }
  if (isEmpty(other)) return { choice: 'kept', reason: 'filled' }
  if (fact === 'status') return { choice: rankOf(other) < rankOf(kept) ? 'other' : 'kept', reason: 'status' }
  if (fact === 'notes') return { choice: 'both', reason: 'both' }
  if (kept.isTyped !== other.isTyped && (kept.isTyped === true || other.isTyped === true))
    return { choice: kept.isTyped === true ? 'kept' : 'other', reason: 'typed' }
  if (kept.isTyped === other.isTyped && kept.since !== null && other.since !== null) {
    if (kept.since !== other.since)
      return { choice: other.since > kept.since ? 'other' : 'kept', reason: 'newer' }
  }
  return { choice: 'kept', reason: 'keptRecord' }
}

/** The fact as it will be. */
export function chosenFact(
  choice: FactChoice,
  kept: FactSide['value'],
  other: FactSide['value'],
): FactSide['value'] {
  if (choice === 'both')
    return [kept, other].filter((text) => text !== null && text !== '').join('\n') || null
  return choice === 'kept' ? kept : other
}

/** The same test, hours or the like in both records: one of the same worth counts by itself, others are asked. */
export const alikeOrAsked = (areAlike: boolean): MergeSide | null => (areAlike ? 'kept' : null)

/** One meeting noted twice: somebody who was there under one record was there. */
export const proposedMark = (kept: AttendanceMark, other: AttendanceMark): MergeSide =>
  isThere(other) && !isThere(kept) ? 'other' : 'kept'

/** A seat that says more stands before one that says less. */
const outcomeRank = (outcome: MemberOutcome) =>
  outcome === 'didNotStart' ? 0 : outcome === 'stillIn' ? 1 : 2

/** Two seats of one person in one cohort; two different ends are asked, never guessed. */
export function proposedSeat(kept: MemberOutcome, other: MemberOutcome): MergeSide | null {
  if (kept === other) return 'kept'
  const [own, others] = [outcomeRank(kept), outcomeRank(other)]
  if (own === others) return null
  return own > others ? 'kept' : 'other'
}

/** One sitting of an exam part recorded twice: a known result stands before an awaited one. */
export function proposedAttempt(kept: AttemptResult, other: AttemptResult): MergeSide | null {
  if (kept === other) return 'kept'
  if (kept === 'waiting') return 'other'
  return other === 'waiting' ? 'kept' : null
}
