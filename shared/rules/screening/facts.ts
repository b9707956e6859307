import { type AssessmentFact } from '../levels.ts'
import { type IsoDate } from '../../values/dates.ts'
import {
  type DocumentState,
  type EquivalencyState,
  type InterviewResult,
  type SchoolingLevel,
} from '../../values/vocabulary.ts'

/** What the college office saw, without the document's content. */
export interface DocumentFact {
  readonly document: string
  readonly state: DocumentState
  readonly checkedOn: IsoDate
  /** The date on the document (of the TB test, say); null if it has none. */
  readonly documentDate: IsoDate | null
  readonly doses: number | null
}

/** Hours of one component, summed up to a day. Entries of one component add up. */
export interface AttendanceFact {
  readonly component: string
  readonly hoursAttended: number
  /** Null if only attended hours are known. */
  readonly hoursScheduled: number | null
  /** The last day that the sum covers. */
  readonly through: IsoDate
}

export interface ComponentFact {
  readonly component: string
  readonly done: boolean
  readonly on: IsoDate
}

export interface InterviewFact {
  readonly heldOn: IsoDate
  readonly result: InterviewResult
}

/** A named person lets one requirement go for one learner. */
export interface WaiverFact {
  /** `key` of the requirement, of the any-of group, or of one of its members. */
  readonly requirementKey: string
  readonly grantedBy: string
  readonly grantedOn: IsoDate
  readonly reason: string
}

/**
 * Everything that a screening may look at for one learner. The order inside the lists does not matter;
 * facts dated after the as-of date may be present and are ignored. Interviews and waivers are those
 * of the track in question.
 */
export interface LearnerFacts {
  readonly learnerId: string
  readonly birthDate: IsoDate | null
  readonly schooling: SchoolingLevel | null
  readonly equivalency: EquivalencyState | null
  readonly assessments: readonly AssessmentFact[]
  readonly documents: readonly DocumentFact[]
  readonly attendance: readonly AttendanceFact[]
  readonly components: readonly ComponentFact[]
  readonly interviews: readonly InterviewFact[]
  readonly waivers: readonly WaiverFact[]
}
