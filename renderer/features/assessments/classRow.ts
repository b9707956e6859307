import type { AssessmentEntry, SectionMemberForEntry } from '../../../shared/contract/assessments.ts'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import {
  assessmentProblems,
  earlyTest,
  formAsKept,
  sameFormTooSoon,
  type AssessmentProblem,
} from '../../../shared/rules/assessmentChecks.ts'
import type { ScoreReading } from '../../../shared/rules/scoreText.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { factsOf, sittingsOfForm } from './sittings.ts'
import {
  isUnfinishedForm,
  isUnfinishedScore,
  readTypedScore,
  type ScoreTables,
  type TestChoice,
} from './testChoice.ts'

/** What is typed in the row of one learner. */
export interface TypedRow {
  readonly form: string
  readonly scoreText: string
  readonly reason: string
  readonly earlyReason: string
}

export const emptyRow: TypedRow = { form: '', scoreText: '', reason: '', earlyReason: '' }

/** What is typed for a whole class. */
export interface ClassDraft {
  readonly choice: TestChoice
  /** The form of every row that names none. */
  readonly classForm: string
  /** Why the test comes early, for every row that gives no reason of its own. */
  readonly classEarlyReason: string
  readonly rows: Readonly<Record<number, TypedRow>>
}

/** What is known around the rows. */
export interface ClassSurroundings {
  readonly table: LevelTableRecord | null
  readonly tables: ScoreTables
  readonly today: IsoDate
  /** Whether unfinished cells count as wrong: once the class has been sent. */
  readonly isSent: boolean
}

/** A problem at the cell that shows it; `code` is a key of the core's texts. */
export interface CellProblem extends Omit<AssessmentProblem, 'field'> {
  readonly cell: 'form' | 'scoreText'
}

/** One row of the grid: the learner, what is typed, and what follows from it. */
export interface ClassRow {
  readonly member: SectionMemberForEntry
  readonly typed: TypedRow
  /** Nothing is typed: the row is not saved. */
  readonly isBlank: boolean
  /** The row's own form, or that of the class. */
  readonly form: string
  readonly reading: ScoreReading | null
  readonly problems: readonly CellProblem[]
  /** The form was sat too recently: a reason is needed. */
  readonly asksForReason: boolean
  /** The test comes before its hours: a reason is needed. */
  readonly asksForEarlyReason: boolean
  /** The row's own reason for that, or that of the class. */
  readonly earlyReason: string
}

const required = (cell: CellProblem['cell']): CellProblem => ({ cell, code: 'errors.required', values: {} })

/** What speaks against a row, at the cell where it can be put right; the choice above has its own fields. */
function cellProblems(found: readonly AssessmentProblem[]): CellProblem[] {
  return found
    .filter(({ field, code }) => field !== 'instrument' && code !== 'assessments.dateInFuture')
    .map(({ field, code, values }) => ({ cell: field === 'scoreText' ? field : 'form', code, values }))
}

/** What speaks against a filled row, by the same rules as the core's. */
function problemsOf(
  member: SectionMemberForEntry,
  typed: { form: string; scoreText: string; testedOn: IsoDate },
  choice: TestChoice,
  { table, tables, today }: ClassSurroundings,
): AssessmentProblem[] {
  return assessmentProblems(
    { ...typed, sameFormReason: null, earlyReason: null },
    {
      ...{ table, tables, today, birthDate: member.birthDate },
      sameFormSittings: sittingsOfForm(member.assessments, choice, typed.form),
      otherTests: factsOf(member.assessments),
      attended: member.attended,
    },
  )
}

/** Works out one row from what is typed in it and above the grid. */
export function classRow(
  member: SectionMemberForEntry,
  { choice, classForm, classEarlyReason, rows }: ClassDraft,
  around: ClassSurroundings,
): ClassRow {
  const { table, isSent } = around
  const typed = rows[member.learnerId] ?? emptyRow
  const { scoreText } = typed
  const isBlank = typed.form.trim() === '' && scoreText.trim() === ''
  const form = formAsKept(typed.form) || formAsKept(classForm)
  const earlyReason = typed.earlyReason.trim() || classEarlyReason.trim()
  const reading = readTypedScore(table, scoreText)
  const asks = { asksForReason: false, asksForEarlyReason: false }
  const blank = { member, typed, isBlank, form, reading, problems: [], earlyReason, ...asks }
  if (isBlank || choice.testedOn === null || table === null) return blank

  const found = problemsOf(member, { form, scoreText, testedOn: choice.testedOn }, choice, around)
  const asksFor = (code: string) => found.some((one) => one.code === code)
  const lifted = new Set([
    ...(typed.reason.trim() === '' ? [] : [sameFormTooSoon]),
    ...(earlyReason === '' ? [] : [earlyTest]),
  ])
  const waits = { form: isUnfinishedForm(form, table), scoreText: isUnfinishedScore(scoreText, table) }
  const standing = cellProblems(found.filter(({ code }) => !lifted.has(code)))
    .filter(({ cell }) => isSent || !waits[cell])
    .filter(({ cell }) => (cell === 'form' ? form !== '' : scoreText.trim() !== ''))
  const missing = [
    ...(form === '' ? [required('form')] : []),
    ...(scoreText.trim() === '' ? [required('scoreText')] : []),
  ]
  return {
    ...blank,
    problems: isSent ? [...missing, ...standing] : standing,
    asksForReason: asksFor(sameFormTooSoon),
    asksForEarlyReason: asksFor(earlyTest),
  }
}

/** The filled rows as the core takes them; only for a complete choice. */
export function classEntries(rows: readonly ClassRow[], choice: TestChoice): AssessmentEntry[] {
  const { instrument, skillArea, testedOn } = choice
  if (instrument === null || skillArea === null || testedOn === null) return []
  return rows
    .filter(({ isBlank }) => !isBlank)
    .map(({ member, form, typed, asksForReason, asksForEarlyReason, earlyReason }) => ({
      learnerId: member.learnerId,
      instrument,
      skillArea,
      form,
      testedOn,
      scoreText: typed.scoreText,
      sameFormReason: asksForReason ? typed.reason : null,
      earlyReason: asksForEarlyReason ? earlyReason : null,
    }))
}
