import { daysBetween, type IsoDate } from '../values/dates.ts'
import { isImpossibleScore, type LevelTable } from './levels.ts'
import { readScore } from './scoreText.ts'

/** One test as somebody typed it. */
export interface TypedAssessment {
  readonly form: string
  readonly testedOn: IsoDate
  readonly scoreText: string
  /** Why the same form was given again so soon; null if it was not, or nobody said. */
  readonly sameFormReason: string | null
}

/** What is known around it. */
export interface AssessmentSurroundings {
  /** The table of the instrument and area on the test date; null if there is none. */
  readonly table: (LevelTable & { readonly sameFormDays: number }) | null
  readonly today: IsoDate
  readonly birthDate: IsoDate | null
  /** Dates on which the learner sat the same form of the same instrument and area. */
  readonly sameFormOn: readonly IsoDate[]
}

export type AssessmentField = 'instrument' | 'form' | 'testedOn' | 'scoreText'

/** One reason to refuse, at its field; `code` names its text in `shared/texts/<language>/assessments.json`. */
export interface AssessmentProblem {
  readonly field: AssessmentField
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

const problem = (
  field: AssessmentField,
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): AssessmentProblem => ({ field, code: `assessments.${code}`, values })

function dateProblems(typed: TypedAssessment, around: AssessmentSurroundings): AssessmentProblem[] {
  if (typed.testedOn > around.today) return [problem('testedOn', 'dateInFuture')]
  if (around.birthDate !== null && typed.testedOn <= around.birthDate)
    return [problem('testedOn', 'dateBeforeBirth')]
  return []
}

function scoreProblems(typed: TypedAssessment, table: LevelTable): AssessmentProblem[] {
  const read = readScore(typed.scoreText)
  if (read === null) return [problem('scoreText', 'scoreNotUnderstood')]
  if (read.score === null || !isImpossibleScore(table, read.score)) return []
  const { min, max } = table.possibleScores
  return [problem('scoreText', 'scoreImpossible', { min: min ?? 0, max: max ?? 9999 })]
}

function repeatProblems(typed: TypedAssessment, around: AssessmentSurroundings): AssessmentProblem[] {
  if (around.table === null || typed.sameFormReason !== null) return []
  const { sameFormDays } = around.table
  const near = around.sameFormOn.find((day) => Math.abs(daysBetween(day, typed.testedOn)) < sameFormDays)
  return near === undefined ? [] : [problem('form', 'sameFormTooSoon', { day: near, days: sameFormDays })]
}

/** Everything that speaks against recording a test, in the order of the form; empty if nothing does. */
export function assessmentProblems(
  typed: TypedAssessment,
  around: AssessmentSurroundings,
): AssessmentProblem[] {
  const { table } = around
  if (table === null) return [problem('instrument', 'noTableOnDate'), ...dateProblems(typed, around)]
  const isKnownForm = table.forms.length === 0 || table.forms.includes(typed.form)
  return [
    ...(isKnownForm ? [] : [problem('form', 'formUnknown', { form: typed.form })]),
    ...dateProblems(typed, around),
    ...scoreProblems(typed, table),
    ...repeatProblems(typed, around),
  ]
}
