import type { AssessmentEntry, SectionMemberForEntry } from '../../../shared/contract/assessments.ts'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import {
  assessmentProblems,
  formAsKept,
  sameFormTooSoon,
  type AssessmentProblem,
} from '../../../shared/rules/assessmentChecks.ts'
import type { ScoreReading } from '../../../shared/rules/scoreText.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { sittingsOfForm } from './sittings.ts'
import { isUnfinishedForm, isUnfinishedScore, readTypedScore, type TestChoice } from './testChoice.ts'

/** What is typed in the row of one learner. */
export interface TypedRow {
  readonly form: string
  readonly scoreText: string
  readonly reason: string
}

export const emptyRow: TypedRow = { form: '', scoreText: '', reason: '' }

/** What is typed for a whole class. */
export interface ClassDraft {
  readonly choice: TestChoice
  /** The form of every row that names none. */
  readonly classForm: string
  readonly rows: Readonly<Record<number, TypedRow>>
}

/** What is known around the rows. */
export interface ClassSurroundings {
  readonly table: LevelTableRecord | null
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
}

const required = (cell: CellProblem['cell']): CellProblem => ({ cell, code: 'errors.required', values: {} })

/** What speaks against a row, at the cell where it can be put right; the choice above has its own fields. */
function cellProblems(found: readonly AssessmentProblem[]): CellProblem[] {
  return found
    .filter(({ field, code }) => field !== 'instrument' && code !== 'assessments.dateInFuture')
    .map(({ field, code, values }) => ({ cell: field === 'scoreText' ? field : 'form', code, values }))
}

/** Works out one row from what is typed in it and above the grid. */
export function classRow(
  member: SectionMemberForEntry,
  { choice, classForm, rows }: ClassDraft,
  { table, today, isSent }: ClassSurroundings,
): ClassRow {
  const typed = rows[member.learnerId] ?? emptyRow
  const isBlank = typed.form.trim() === '' && typed.scoreText.trim() === ''
  const form = formAsKept(typed.form) || formAsKept(classForm)
  const reading = readTypedScore(table, typed.scoreText)
  const blank = { member, typed, isBlank, form, reading, problems: [], asksForReason: false }
  if (isBlank || choice.testedOn === null || table === null) return blank

  const found = assessmentProblems(
    { form, testedOn: choice.testedOn, scoreText: typed.scoreText, sameFormReason: null },
    {
      table,
      today,
      birthDate: member.birthDate,
      sameFormSittings: sittingsOfForm(member.assessments, choice, form),
    },
  )
  const asksForReason = found.some(({ code }) => code === sameFormTooSoon)
  const isLifted = typed.reason.trim() !== ''
  const waits = { form: isUnfinishedForm(form, table), scoreText: isUnfinishedScore(typed.scoreText, table) }
  const standing = cellProblems(found.filter(({ code }) => !(isLifted && code === sameFormTooSoon)))
    .filter(({ cell }) => isSent || !waits[cell])
    .filter(({ cell }) => (cell === 'form' ? form !== '' : typed.scoreText.trim() !== ''))
  const missing = [
    ...(form === '' ? [required('form')] : []),
    ...(typed.scoreText.trim() === '' ? [required('scoreText')] : []),
  ]
  return { ...blank, problems: isSent ? [...missing, ...standing] : standing, asksForReason }
}

/** The filled rows as the core takes them; only for a complete choice. */
export function classEntries(rows: readonly ClassRow[], choice: TestChoice): AssessmentEntry[] {
  const { instrument, skillArea, testedOn } = choice
  if (instrument === null || skillArea === null || testedOn === null) return []
  return rows
    .filter(({ isBlank }) => !isBlank)
    .map(({ member, form, typed, asksForReason }) => ({
      learnerId: member.learnerId,
      instrument,
      skillArea,
      form,
      testedOn,
      scoreText: typed.scoreText,
      sameFormReason: asksForReason ? typed.reason : null,
    }))
}
