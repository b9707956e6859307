import { addMonths, type IsoDate } from '../values/dates.ts'
import { type AttemptResult } from '../values/vocabulary.ts'

/** One sitting of one part. */
export interface AttemptFact {
  readonly part: string
  readonly takenOn: IsoDate
  readonly result: AttemptResult
  /** Orders attempts at one part on one day; 1 is the first. */
  readonly sequence: number
  /** When the result became known; null means on the day. Until then it is waiting. */
  readonly resultOn: IsoDate | null
}

/** The settings of a credential that decide its counts. */
export interface CredentialRules {
  readonly parts: readonly string[]
  /** Attempts at each part; null is no limit. */
  readonly attemptLimit: number | null
  /** Months after completion in which every part must be passed; null is no window. */
  readonly windowMonths: number | null
  readonly noShowUsesAttempt: boolean
}

/** The rules of a credential as it is written down, part by part. */
export function credentialRules(
  credential: Omit<CredentialRules, 'parts'> & { readonly parts: readonly { readonly key: string }[] },
): CredentialRules {
  return { ...credential, parts: credential.parts.map(({ key }) => key) }
}

/** One person on the way to a credential. */
export interface CandidateFact {
  readonly learnerId: string
  /** The day of completing the course; null if not completed. */
  readonly completedOn: IsoDate | null
  readonly attempts: readonly AttemptFact[]
}

/** How one candidate stands at one part on a date. */
export interface PartStanding {
  readonly part: string
  /** The first test taken with a known result; no-shows and waiting results are passed over. Null: not tested. */
  readonly firstTest: { readonly takenOn: IsoDate; readonly passed: boolean } | null
  readonly passedOn: IsoDate | null
  /** True while a result is awaited and the part is not passed. */
  readonly waiting: boolean
  readonly attemptsUsed: number
  /** Null without a limit. */
  readonly attemptsLeft: number | null
}

/** How one candidate stands on a date. */
export interface CandidateStanding {
  readonly learnerId: string
  readonly completed: boolean
  readonly parts: readonly PartStanding[]
  /** The last day on which a pass still counts; null without a window or before completion. */
  readonly windowCloses: IsoDate | null
  readonly windowOpen: boolean
  readonly certifiedOn: IsoDate | null
  /** A completer not yet certified whose window is open. */
  readonly pending: boolean
}

/** The last day on which a pass still counts; null without a window or before completion. */
export function lastDayOfWindow(completedOn: IsoDate | null, rules: CredentialRules): IsoDate | null {
  return completedOn === null || rules.windowMonths === null
    ? null
    : addMonths(completedOn, rules.windowMonths)
}

/** True if a sitting with this result is one of the attempts that the credential allows. */
export function usesAttempt(result: AttemptResult, rules: CredentialRules): boolean {
  return result !== 'noShow' || rules.noShowUsesAttempt
}

/** The result as it was known on a date: until its own date a result is *waiting*. */
export function resultKnown(attempt: Pick<AttemptFact, 'result' | 'resultOn'>, asOf: IsoDate): AttemptResult {
  return attempt.resultOn !== null && attempt.resultOn > asOf ? 'waiting' : attempt.result
}

/** One part on the as-of date. Attempts taken later are not known yet. */
export function partStanding(
  part: string,
  attempts: readonly AttemptFact[],
  rules: CredentialRules,
  asOf: IsoDate,
): PartStanding {
  const known = attempts
    .filter((attempt) => attempt.part === part && attempt.takenOn <= asOf)
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.sequence - b.sequence))
    .map((attempt) => ({ takenOn: attempt.takenOn, result: resultKnown(attempt, asOf) }))
  const first = known.find(({ result }) => result === 'pass' || result === 'fail')
  const passedOn = known.find(({ result }) => result === 'pass')?.takenOn ?? null
  const attemptsUsed = known.filter(({ result }) => usesAttempt(result, rules)).length
  return {
    part,
    firstTest: first === undefined ? null : { takenOn: first.takenOn, passed: first.result === 'pass' },
    passedOn,
    waiting: passedOn === null && known.some(({ result }) => result === 'waiting'),
    attemptsUsed,
    attemptsLeft: rules.attemptLimit === null ? null : Math.max(0, rules.attemptLimit - attemptsUsed),
  }
}

/** One candidate on the as-of date. */
export function candidateStanding(
  candidate: CandidateFact,
  rules: CredentialRules,
  asOf: IsoDate,
): CandidateStanding {
  const completedOn =
    candidate.completedOn !== null && candidate.completedOn <= asOf ? candidate.completedOn : null
  const windowCloses = lastDayOfWindow(completedOn, rules)
  const windowOpen = windowCloses === null || asOf <= windowCloses
  const parts = rules.parts.map((part) => partStanding(part, candidate.attempts, rules, asOf))
  const certifiedOn = lastPass(parts)
  const inTime = certifiedOn !== null && (windowCloses === null || certifiedOn <= windowCloses)
  return {
    learnerId: candidate.learnerId,
    completed: completedOn !== null,
    parts,
    windowCloses,
    windowOpen,
    certifiedOn: inTime ? certifiedOn : null,
    pending: completedOn !== null && !inTime && windowOpen,
  }
}

/** The day of the last part's pass; null while a part is not passed. */
function lastPass(parts: readonly PartStanding[]): IsoDate | null {
  let last: IsoDate | null = null
  for (const { passedOn } of parts) {
    if (passedOn === null) return null
    if (last === null || passedOn > last) last = passedOn
  }
  return last
}
