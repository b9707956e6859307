import { type IsoDate } from '../values/dates.ts'
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

/** One person on the way to a credential. */
export interface CandidateFact {
  readonly learnerId: string
  /** The day of completing the course; null if not completed. */
  readonly completedOn: IsoDate | null
  readonly attempts: readonly AttemptFact[]
}
