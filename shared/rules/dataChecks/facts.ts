import type { IsoDate } from '../../values/dates.ts'
import type { LeavingReason, LearnerStatus, MemberOutcome } from '../../values/vocabulary.ts'
import type { CohortSpan } from '../cohortState.ts'
import type { MemberFact } from '../completion.ts'
import type { AssessmentFact, LevelTables } from '../levels.ts'

/** One learner, as far as the data check looks. */
export interface CheckedLearner {
  readonly learnerId: number
  readonly status: LearnerStatus
  readonly studentId: string | null
  readonly birthDate: IsoDate | null
  /** The newest day with hours of instruction; of a total, its last day. Null: none on record. */
  readonly lastService: IsoDate | null
}

/** One test, with the class in which it was recorded. */
export interface CheckedTest extends AssessmentFact {
  readonly id: number
  readonly learnerId: number
  readonly classCode: string | null
  readonly classStart: IsoDate | null
  /** Why it was given before its hours; null where nobody said. */
  readonly earlyReason: string | null
}

/** A post-test that came before its instrument's hours. */
export interface EarlyPostTest extends Pick<
  CheckedTest,
  'id' | 'learnerId' | 'skillArea' | 'testedOn' | 'earlyReason'
> {
  /** Hours since the test before, and the hours asked for. */
  readonly hours: number
  readonly minimumHours: number
}

/** One learner in one cohort. */
export interface CheckedMember extends MemberFact {
  readonly id: number
  readonly learnerId: number
  readonly cohortId: number
  readonly cohortCode: string
  readonly cohort: CohortSpan
  readonly outcome: MemberOutcome
  readonly reason: LeavingReason | null
  /** Whether any hours of the learner are on record between start and outcome, or in the cohort's name. */
  readonly hasHours: boolean
}

/** One sitting of an exam part. */
export interface CheckedAttempt {
  readonly id: number
  readonly learnerId: number
  readonly cohortId: number
  readonly cohortCode: string
  readonly takenOn: IsoDate
  readonly member: MemberFact
}

/** One class. */
export interface CheckedClass {
  readonly sectionId: number
  readonly code: string
  readonly endDate: IsoDate | null
  readonly isRunning: boolean
}

/** The hours of one learner in one class after its last day, added up. */
export interface LateHours {
  readonly learnerId: number
  readonly sectionId: number
  readonly code: string
  readonly endDate: IsoDate
  readonly lastOn: IsoDate
  readonly hours: number
  /** Whether some of them were at class meetings, and not in totals typed for the learner alone. */
  readonly inMeetings: boolean
}

/** Everything that a rule can ask for. Whoever gathers it reads only what the rules at hand name. */
export interface CheckFacts {
  readonly learners: readonly CheckedLearner[]
  readonly tests: readonly CheckedTest[]
  readonly earlyTests: readonly EarlyPostTest[]
  readonly levelTables: LevelTables
  readonly members: readonly CheckedMember[]
  readonly attempts: readonly CheckedAttempt[]
  readonly classes: readonly CheckedClass[]
  readonly lateHours: readonly LateHours[]
}

export type CheckFactName = keyof CheckFacts
