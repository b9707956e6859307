/** The closed word lists of the program, in the order in which people expect to read them. */

/** A text that the program's staff write in both languages of the app. */
export interface LocalText {
  readonly en: string
  readonly es: string
}

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export const roles = ['administrator', 'director', 'coordinator', 'instructor', 'staff', 'viewer'] as const
export type Role = (typeof roles)[number]

/** What a test measures. Some instruments give one score for two skills. */
export const skillAreas = [
  'reading',
  'listening',
  'speaking',
  'writing',
  'speaking+listening',
  'reading+writing',
] as const
export type SkillArea = (typeof skillAreas)[number]

/** What a recorded test can be of: a skill area, or civics, which has no scale score and no level. */
export const testedAreas = [...skillAreas, 'civics'] as const
export type TestedArea = (typeof testedAreas)[number]

/** How far somebody went to school, anywhere, from least to most. */
export const schoolingLevels = [
  'none',
  'primary',
  'someSecondary',
  'secondaryDiploma',
  'someCollege',
  'degree',
] as const
export type SchoolingLevel = (typeof schoolingLevels)[number]

/** High-school equivalency, from least to most. */
export const equivalencyStates = ['none', 'inProgress', 'done'] as const
export type EquivalencyState = (typeof equivalencyStates)[number]

/** How the program stands with somebody: not yet a learner, learning, taking a break, gone. */
export const learnerStatuses = ['prospect', 'active', 'paused', 'left'] as const
export type LearnerStatus = (typeof learnerStatuses)[number]

export const trackStatuses = ['active', 'paused', 'preparatory'] as const
export type TrackStatus = (typeof trackStatuses)[number]

/** What a person decides about a screened learner, beside the computed result. */
export const decisions = ['invite', 'waitlist', 'refer', 'decline'] as const
export type Decision = (typeof decisions)[number]

export const memberOutcomes = ['stillIn', 'completed', 'withdrew', 'excluded', 'didNotStart'] as const
export type MemberOutcome = (typeof memberOutcomes)[number]

/** Why a member withdrew. */
export const withdrawalReasons = [
  'workSchedule',
  'foundWork',
  'childCare',
  'family',
  'health',
  'transport',
  'money',
  'movedAway',
  'englishTooHard',
  'courseTooHard',
  'attendance',
  'clinicalHoursNotMet',
  'otherTraining',
  'noContact',
  'other',
] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** Why a member is taken out of the denominator. */
export const exclusionReasons = [
  'medicalOver90Days',
  'deceased',
  'calledToDuty',
  'institutionalized',
  'otherExclusion',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

export const leavingReasons = [...withdrawalReasons, ...exclusionReasons] as const
export type LeavingReason = (typeof leavingReasons)[number]

export const attemptResults = ['pass', 'fail', 'noShow', 'waiting'] as const
export type AttemptResult = (typeof attemptResults)[number]

/** What the college office found when it was asked to check a document. Its content is never kept. */
export const documentStates = ['met', 'notMet', 'notAsked'] as const
export type DocumentState = (typeof documentStates)[number]

export const interviewResults = ['passed', 'notPassed', 'noResult'] as const
export type InterviewResult = (typeof interviewResults)[number]

/** A workshop or course component, as recorded for one learner. */
export const componentStates = ['done', 'notDone'] as const
export type ComponentState = (typeof componentStates)[number]

/** Where a cohort stands: *ended* is past its last day and waits for its outcomes and lessons. */
export const cohortStates = ['upcoming', 'running', 'ended', 'closed'] as const
export type CohortState = (typeof cohortStates)[number]

/** What a cohort offers beside the vocational course itself. */
export const deliveryFeatures = [
  'bilingualInstructor',
  'coTeaching',
  'contextualEnglish',
  'languageLab',
  'workReadiness',
  'employerClinicalSite',
  'tutoring',
  'eveningClasses',
  'childCare',
  'transport',
  'otherFeature',
] as const
export type DeliveryFeature = (typeof deliveryFeatures)[number]

/** What a person does for a cohort. */
export const staffDuties = [
  'vocationalInstructor',
  'languageInstructor',
  'coach',
  'coordinator',
  'otherDuty',
] as const
export type StaffDuty = (typeof staffDuties)[number]

/** What a figure to compare with is a figure of. */
export const benchmarkKinds = ['regularClass', 'state', 'college', 'otherBenchmark'] as const
export type BenchmarkKind = (typeof benchmarkKinds)[number]

/** The rates that a benchmark can stand beside. */
export const benchmarkMeasures = [
  'completionRate',
  'firstTimePassRate',
  'firstTimePassRateOfPart',
  'certifiedOfTested',
  'certifiedOfCompleters',
] as const
export type BenchmarkMeasure = (typeof benchmarkMeasures)[number]
