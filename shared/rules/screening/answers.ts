import { type Level } from '../levels.ts'
import { type IsoDate } from '../../values/dates.ts'
import {
  type DocumentState,
  type EquivalencyState,
  type InterviewResult,
  type SchoolingLevel,
  type SkillArea,
} from '../../values/vocabulary.ts'
import { type DocumentRecency, type RequirementStrength } from './requirements.ts'
import { type WaiverFact } from './facts.ts'

export const answerStates = ['met', 'notMet', 'unknown', 'waived'] as const
export type AnswerState = (typeof answerStates)[number]

export const screeningResults = ['eligible', 'needsInformation', 'notYet'] as const
export type ScreeningResult = (typeof screeningResults)[number]

/** Why an answer is unknown. `noLevel`: no confirmed score table; `undated`: a dated document is needed. */
export const unknownReasons = [
  'noEvidence',
  'tooOld',
  'noLevel',
  'undated',
  'noDoseCount',
  'noResultYet',
] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** The test behind a level or score; every field is null if there was none. */
export interface TestEvidence {
  readonly instrument: string | null
  readonly form: string | null
  readonly testedOn: IsoDate | null
  readonly ageInDays: number | null
  readonly score: number | null
  readonly level: Level | null
}

export interface LevelEvidence extends TestEvidence {
  readonly kind: 'level'
  readonly area: SkillArea
  readonly neededLevel: Level
  /** How many levels below the needed one; 0 if reached, null if the level is unknown. */
  readonly levelsBelow: number | null
  /** Scale-score points to the bottom of the needed level on the same instrument; null if not known. */
  readonly pointsBelow: number | null
  readonly unknown: UnknownReason | null
}

export interface LowestLevelEvidence {
  readonly kind: 'lowestLevel'
  readonly neededLevel: Level
  /** The lowest current level among the areas; null if none is known. */
  readonly level: Level | null
  readonly levelsBelow: number | null
  /** Points of the area that is furthest below; null if not known. */
  readonly pointsBelow: number | null
  readonly areas: readonly LevelEvidence[]
  readonly unknown: UnknownReason | null
}

export interface ScoreEvidence extends TestEvidence {
  readonly kind: 'score'
  readonly area: SkillArea
  /** The instrument that the rule asks for; `instrument` is null while there is no such test. */
  readonly neededInstrument: string
  readonly neededScore: number
  readonly pointsBelow: number | null
  readonly unknown: UnknownReason | null
}

export interface AgeEvidence {
  readonly kind: 'age'
  /** Age on the start date in completed half years. */
  readonly years: number | null
  readonly neededYears: number
  /** The first day on which the learner is old enough. */
  readonly oldEnoughOn: IsoDate | null
  /** Months, begun ones included, from the start date to that day; 0 if old enough. */
  readonly monthsShort: number | null
  readonly unknown: UnknownReason | null
}

export interface SchoolingEvidence {
  readonly kind: 'schooling'
  readonly schooling: SchoolingLevel | null
  readonly neededSchooling: SchoolingLevel
  readonly stepsBelow: number | null
  readonly unknown: UnknownReason | null
}

export interface EquivalencyEvidence {
  readonly kind: 'equivalency'
  readonly equivalency: EquivalencyState | null
  readonly neededEquivalency: EquivalencyState
  readonly stepsBelow: number | null
  readonly unknown: UnknownReason | null
}

export interface DocumentEvidence {
  readonly kind: 'document'
  readonly document: string
  readonly documentState: DocumentState
  readonly checkedOn: IsoDate | null
  readonly documentDate: IsoDate | null
  readonly recency: DocumentRecency | null
  /** The document must be dated on or after this day. */
  readonly notBefore: IsoDate | null
  readonly doses: number | null
  readonly neededDoses: number | null
  readonly dosesShort: number | null
  readonly unknown: UnknownReason | null
}

export interface HoursEvidence {
  readonly kind: 'hours'
  readonly component: string | null
  readonly hours: number | null
  readonly neededHours: number
  readonly hoursShort: number | null
  readonly through: IsoDate | null
  readonly unknown: UnknownReason | null
}

export interface AttendanceEvidence {
  readonly kind: 'attendance'
  readonly component: string | null
  readonly hoursAttended: number | null
  readonly hoursScheduled: number | null
  /** From 0 to 1. */
  readonly rate: number | null
  readonly neededRate: number
  readonly percentagePointsShort: number | null
  readonly through: IsoDate | null
  readonly unknown: UnknownReason | null
}

export interface ComponentEvidence {
  readonly kind: 'component'
  readonly component: string
  readonly done: boolean | null
  readonly on: IsoDate | null
  readonly unknown: UnknownReason | null
}

export interface InterviewEvidence {
  readonly kind: 'interview'
  readonly needs: 'held' | 'passed'
  readonly heldOn: IsoDate | null
  readonly result: InterviewResult | null
  readonly unknown: UnknownReason | null
}

/** What was looked at and how far it is from what is needed; the sentence is made where it is shown. */
export type Evidence =
  | LevelEvidence
  | LowestLevelEvidence
  | ScoreEvidence
  | AgeEvidence
  | SchoolingEvidence
  | EquivalencyEvidence
  | DocumentEvidence
  | HoursEvidence
  | AttendanceEvidence
  | ComponentEvidence
  | InterviewEvidence

interface AnswerBase {
  readonly requirementId: string
  readonly key: string
  readonly state: AnswerState
  /** For an unmet answer: inside its margin. False for every other state. */
  readonly withinReach: boolean
  /** The waiver that made the state `waived`. */
  readonly waiver: WaiverFact | null
}

/** The answer of one member of an any-of group. */
export interface MemberAnswer extends AnswerBase {
  readonly evidence: Evidence
}

/** The evidence of an any-of group is that of its members. */
export interface AnyOfEvidence {
  readonly kind: 'anyOf'
  readonly members: readonly MemberAnswer[]
  /** Key of the member that met the group, or of the nearest one while none does. */
  readonly decidingMember: string
}

export interface RequirementAnswer extends AnswerBase {
  readonly strength: RequirementStrength
  readonly evidence: Evidence | AnyOfEvidence
}

/** Points at the text of a requirement (or of one any-of member) that says what to do next. */
export interface NextStep {
  readonly requirementKey: string
  /** Key of the any-of member whose step it is; null for a plain requirement. */
  readonly memberKey: string | null
  readonly state: 'notMet' | 'unknown'
  readonly strength: RequirementStrength
}

export interface LearnerScreening {
  readonly learnerId: string
  readonly result: ScreeningResult
  /** Only for `notYet`: every unmet required answer is inside its margin. */
  readonly withinReach: boolean
  /** In the order of the requirements. */
  readonly answers: readonly RequirementAnswer[]
  readonly nextSteps: readonly NextStep[]
  /** How many preferred requirements are met or waived: a key to order lists by. */
  readonly preferredMet: number
}
