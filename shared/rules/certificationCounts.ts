import { daysBetween, type IsoDate } from '../values/dates.ts'
import { type CandidateStanding, type CredentialRules } from './certification.ts'
import { type Rate } from './rates.ts'

export interface PartCounts {
  readonly part: string
  /** Learners who took the part. */
  readonly tested: number
  /** Learners whose first test taken was a pass. */
  readonly passedFirst: number
  readonly passed: number
}

/** The certification counts of a cohort, a track or any other group, as of one date. */
export interface CertificationCounts {
  readonly candidates: number
  readonly completers: number
  readonly parts: readonly PartCounts[]
  /** Learners who took every part. */
  readonly testedAll: number
  /** Learners who passed every part at the first test taken. */
  readonly passedAllFirst: number
  readonly certified: number
  readonly certifiedCompleters: number
  /** Completers not yet certified whose window is open. */
  readonly pending: number
  /** Completers who have not taken every part. */
  readonly completersNotTested: number
}

/** Adds up how candidates stand. */
export function countCertification(
  standings: readonly CandidateStanding[],
  rules: CredentialRules,
): CertificationCounts {
  const count = (test: (standing: CandidateStanding) => boolean) => standings.filter(test).length
  const tookAll = (standing: CandidateStanding) => standing.parts.every((part) => part.firstTest !== null)
  const parts = rules.parts.map((part, index) => ({
    part,
    tested: count(({ parts }) => parts[index]?.firstTest != null),
    passedFirst: count(({ parts }) => parts[index]?.firstTest?.passed === true),
    passed: count(({ parts }) => parts[index]?.passedOn != null),
  }))
  return {
    candidates: standings.length,
    completers: count((standing) => standing.completed),
    parts,
    testedAll: count(tookAll),
    passedAllFirst: count(({ parts }) => parts.every((part) => part.firstTest?.passed === true)),
    certified: count((standing) => standing.certifiedOn !== null),
    certifiedCompleters: count((standing) => standing.completed && standing.certifiedOn !== null),
    pending: count((standing) => standing.pending),
    completersNotTested: count((standing) => standing.completed && !tookAll(standing)),
  }
}

/** First-time pass rate of one part. */
export function firstTimeRateOfPart(part: PartCounts): Rate {
  return { numerator: part.passedFirst, denominator: part.tested }
}

/** First-time pass rate: every part at the first test taken, of those who took every part. */
export function firstTimeRate(counts: CertificationCounts): Rate {
  return { numerator: counts.passedAllFirst, denominator: counts.testedAll }
}

/** Certified ÷ learners who took every part. */
export function certifiedOfTested(counts: CertificationCounts): Rate {
  return { numerator: counts.certified, denominator: counts.testedAll }
}

/** Certified ÷ completers; print the pending ones beside it. */
export function certifiedOfCompleters(counts: CertificationCounts): Rate {
  return { numerator: counts.certifiedCompleters, denominator: counts.completers }
}

/** Something to act on before a limit or window passes, or to know that it has. */
export type CertificationWarning =
  | { readonly kind: 'windowCloses'; readonly on: IsoDate; readonly daysLeft: number }
  | { readonly kind: 'windowClosed'; readonly on: IsoDate }
  | { readonly kind: 'lastAttempt'; readonly part: string }
  | { readonly kind: 'noAttemptsLeft'; readonly part: string }

/** Warnings for somebody not yet certified; the window is announced so many days ahead. */
export function certificationWarnings(
  standing: CandidateStanding,
  asOf: IsoDate,
  daysAhead: number,
): CertificationWarning[] {
  if (standing.certifiedOn !== null) return []
  const warnings: CertificationWarning[] = []
  if (standing.windowCloses !== null) {
    const on = standing.windowCloses
    const daysLeft = daysBetween(asOf, on)
    if (daysLeft < 0) return [{ kind: 'windowClosed', on }]
    if (daysLeft <= daysAhead) warnings.push({ kind: 'windowCloses', on, daysLeft })
  }
  for (const part of standing.parts) {
    if (part.passedOn !== null || part.attemptsUsed === 0) continue
    if (part.attemptsLeft === 1) warnings.push({ kind: 'lastAttempt', part: part.part })
    else if (part.attemptsLeft === 0 && !part.waiting) {
      warnings.push({ kind: 'noAttemptsLeft', part: part.part })
    }
  }
  return warnings
}
