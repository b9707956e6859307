import { type TableLevel } from '../levels.ts'
import {
  type EquivalencyState,
  type LocalText,
  type SchoolingLevel,
  type SkillArea,
} from '../../values/vocabulary.ts'

/** Reading at level 5, say: the level of the newest usable test in one area. */
export interface LevelRule {
  readonly kind: 'level'
  readonly area: SkillArea
  readonly minimumLevel: TableLevel
}

/** The lowest level of several areas; an empty list means those tested. */
export interface LowestLevelRule {
  readonly kind: 'lowestLevel'
  readonly areas: readonly SkillArea[]
  readonly minimumLevel: TableLevel
}

/** A scale score of the newest usable test on one instrument in one area. */
export interface ScoreRule {
  readonly kind: 'score'
  readonly instrument: string
  readonly area: SkillArea
  readonly minimumScore: number
}

/** Age in years on the start date, in half years (16.5 is sixteen and a half). */
export interface AgeRule {
  readonly kind: 'age'
  readonly minimumYears: number
}

export interface SchoolingRule {
  readonly kind: 'schooling'
  readonly minimumSchooling: SchoolingLevel
}

export interface EquivalencyRule {
  readonly kind: 'equivalency'
  readonly minimumEquivalency: Exclude<EquivalencyState, 'none'>
}

/** How old a document may be, counted back from the start date. */
export interface DocumentRecency {
  readonly unit: 'days' | 'months'
  readonly count: number
}

/** A document that the college office has checked (immunisation, TB test, background check). */
export interface DocumentRule {
  readonly kind: 'document'
  readonly document: string
  readonly recency: DocumentRecency | null
  readonly minimumDoses: number | null
}

/** Hours attended in one component, or in all of them if null. */
export interface HoursRule {
  readonly kind: 'hours'
  readonly component: string | null
  readonly minimumHours: number
}

/** Hours attended ÷ hours scheduled, from 0 to 1. */
export interface AttendanceRule {
  readonly kind: 'attendance'
  readonly component: string | null
  readonly minimumRate: number
}

/** A workshop or course component that is done. */
export interface ComponentRule {
  readonly kind: 'component'
  readonly component: string
}

export interface InterviewRule {
  readonly kind: 'interview'
  readonly needs: 'held' | 'passed'
}

export type SimpleRule =
  | LevelRule
  | LowestLevelRule
  | ScoreRule
  | AgeRule
  | SchoolingRule
  | EquivalencyRule
  | DocumentRule
  | HoursRule
  | AttendanceRule
  | ComponentRule
  | InterviewRule

/** Met by any one of its members. Groups are not nested. */
export interface AnyOfRule {
  readonly kind: 'anyOf'
  readonly members: readonly MemberRequirement[]
}

export type Rule = SimpleRule | AnyOfRule
export type RuleKind = Rule['kind']

/**
 * How far off an unmet requirement may be and still count as within reach.
 * `toBring` is for evidence that the learner only has to bring or do (document, interview, workshop).
 */
export type Margin =
  | { readonly unit: 'levels' | 'points' | 'months' | 'steps' | 'doses' | 'hours'; readonly amount: number }
  | { readonly unit: 'percentagePoints'; readonly amount: number }
  | { readonly unit: 'toBring' }

interface RequirementBase {
  readonly id: string
  /** Stays the same through all dated versions of the requirement; waivers name it. */
  readonly key: string
  readonly waivable: boolean
  /** Evidence may be at most so many days old on the as-of date; null means any age. */
  readonly maximumAgeDays: number | null
  /** Null: an unmet requirement is never within reach. */
  readonly margin: Margin | null
  readonly message: LocalText
  readonly nextStep: LocalText
  readonly offeredBy: LocalText
  /** Where the rule comes from: a catalog page, a regulation, a decision with its date. */
  readonly source: string
}

/** One of the ways to meet an any-of group. */
export interface MemberRequirement extends RequirementBase {
  readonly rule: SimpleRule
}

export const requirementStrengths = ['required', 'preferred'] as const
export type RequirementStrength = (typeof requirementStrengths)[number]

/** One entry rule of a track. Preferred ones are shown and can order a list; they never decide. */
export interface Requirement extends RequirementBase {
  readonly strength: RequirementStrength
  readonly rule: Rule
}
