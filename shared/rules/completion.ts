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
