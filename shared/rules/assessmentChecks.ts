import { dateInMessage, daysBetween, type IsoDate } from '../values/dates.ts'
import type { HoursAttended } from './hours.ts'
import type { AssessmentFact, LevelTable, LevelTables } from './levels.ts'
import { postTestTiming, type PostTestTiming } from './postTestTiming.ts'
import { readScore } from './scoreText.ts'

/** One test as somebody typed it. */
export interface TypedAssessment {
  readonly form: string
  readonly testedOn: IsoDate
  readonly scoreText: string
  /** Why the same form was given again so soon; null if it was not, or nobody said. */
  readonly sameFormReason: string | null
  /** Why it was given before its hours; null if it was not, or nobody said. */
  readonly earlyReason: string | null
}

/** A day on which the learner sat the same form of the same instrument and area. */
export interface Sitting {
  readonly testedOn: IsoDate
  readonly voided: boolean
}

/** What is known around it. */
export interface AssessmentSurroundings {
  /** The table of the instrument and area on the test date; null if there is none. */
  readonly table: (LevelTable & { readonly sameFormDays: number }) | null
  readonly today: IsoDate
  readonly birthDate: IsoDate | null
  readonly sameFormSittings: readonly Sitting[]
  /** The learner's other tests and hours, and the tables that say which of them may be compared. */
  readonly otherTests: readonly AssessmentFact[]
  readonly attended: readonly HoursAttended[]
  readonly tables: LevelTables
}

export type AssessmentField = 'instrument' | 'form' | 'testedOn' | 'scoreText'

/** One reason to refuse, at its field; `code` names its text in `shared/texts/<language>/assessments.json`. */
export interface AssessmentProblem {
  readonly field: AssessmentField
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

/** The refusals that a reason lifts. */
export const sameFormTooSoon = 'assessments.sameFormTooSoon'
export const earlyTest = 'assessments.earlyTest'

/** A form's name as it is kept: `621r` and ` 621R` are the form 621R. */
export const formAsKept = (typed: string): string => typed.trim().toUpperCase()

const problem = (
  field: AssessmentField,
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): AssessmentProblem => ({ field, code, values })

function dateProblems(typed: TypedAssessment, around: AssessmentSurroundings): AssessmentProblem[] {
  if (typed.testedOn > around.today) return [problem('testedOn', 'assessments.dateInFuture')]
  if (around.birthDate !== null && typed.testedOn <= around.birthDate)
    return [problem('testedOn', 'assessments.dateBeforeBirth')]
  return []
}

function scoreProblems(typed: TypedAssessment, table: LevelTable): AssessmentProblem[] {
  const read = readScore(typed.scoreText)
  if (read === null) return [problem('scoreText', 'assessments.scoreNotUnderstood')]
  const { score } = read
  const { min, max } = table.possibleScores
  if (score === null) return []
  if (min !== null && score < min) return [problem('scoreText', 'assessments.scoreTooLow', { lowest: min })]
  if (max !== null && score > max) return [problem('scoreText', 'assessments.scoreTooHigh', { highest: max })]
  return []
}

function repeatProblems(
  typed: TypedAssessment,
  around: AssessmentSurroundings,
  sameFormDays: number,
): AssessmentProblem[] {
  const sat = around.sameFormSittings
  if (sat.some(({ testedOn, voided }) => testedOn === typed.testedOn && !voided))
    return [problem('testedOn', 'assessments.alreadyRecorded')]
  if (typed.sameFormReason !== null) return []
  // A voided test of the same day is what this one corrects; on another day the form was seen all the same.
  const others = sat.filter(({ testedOn }) => testedOn !== typed.testedOn)
  const apart = Math.min(...others.map(({ testedOn }) => Math.abs(daysBetween(testedOn, typed.testedOn))))
  return apart < sameFormDays ? [problem('form', sameFormTooSoon, { apart, days: sameFormDays })] : []
}

/** Whether a test as it is typed comes before its hours; one whose score cannot be read yet does not. */
export function timingOfTyped(
  { testedOn, form, scoreText }: TypedAssessment,
  { table, otherTests, attended, tables }: AssessmentSurroundings,
): PostTestTiming {
  const read = readScore(scoreText)
  if (table === null || read === null) return { state: 'fits' }
  const { instrument, skillArea } = table
  const test = { instrument, skillArea, testedOn, form, score: read.score }
  return postTestTiming(
    { ...test, inaccurate: !read.accurate, voided: false },
    table,
    otherTests,
    attended,
    tables,
  )
}

function earlyProblems(typed: TypedAssessment, around: AssessmentSurroundings): AssessmentProblem[] {
  if (typed.earlyReason !== null || typed.testedOn > around.today) return []
  const timing = timingOfTyped(typed, around)
  if (timing.state !== 'early') return []
  const { since, hours, minimumHours } = timing
  return [problem('testedOn', earlyTest, { hours, minimum: minimumHours, since: dateInMessage(since) })]
}

/** Everything that speaks against recording a test, in the order of the form; empty if nothing does. */
export function assessmentProblems(
  typed: TypedAssessment,
  around: AssessmentSurroundings,
): AssessmentProblem[] {
  const { table } = around
  if (table === null)
    return [problem('instrument', 'assessments.noTableOnDate'), ...dateProblems(typed, around)]
  const form = formAsKept(typed.form)
  const isKnownForm = table.forms.length === 0 || table.forms.includes(form)
  return [
    ...(isKnownForm ? [] : [problem('form', 'assessments.formUnknown', { form })]),
    ...dateProblems(typed, around),
    ...scoreProblems(typed, table),
    ...repeatProblems(typed, around, table.sameFormDays),
    ...earlyProblems(typed, around),
  ]
}
