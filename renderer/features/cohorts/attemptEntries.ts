import type { AttemptEntry } from '../../../shared/contract/attempts.ts'
import type { AttemptRow } from '../../../shared/contract/cohortValues.ts'
import type { Credential } from '../../../shared/contract/tracks.ts'
import {
  attemptProblems,
  mayOverride,
  type AttemptProblem,
  type AttemptRecord,
} from '../../../shared/rules/attemptProblems.ts'
import { isIsoDate, type IsoDate } from '../../../shared/values/dates.ts'
import { attemptResults, type AttemptResult } from '../../../shared/values/vocabulary.ts'
import type { EntryChange } from '../../ui/entryColumns.ts'

/** One sitting that the grid has cells for. */
export interface Sitting {
  readonly part: string
  readonly number: number
}

export type SittingField = 'takenOn' | 'result'
export const reasonCell = 'overrideReason'
/** The name of a cell: what was taken, when or with what result. */
export const cellOf = ({ part, number }: Sitting, field: SittingField) => `${field} ${number} ${part}`

/** What stands in a person's cells, as typed. */
export type AttemptValues = Readonly<Record<string, string>>
/** What was typed and not saved, by member. */
export type AttemptDrafts = Readonly<Record<number, AttemptValues>>

/** One row of the grid. */
export interface AttemptGridRow {
  readonly row: AttemptRow
  readonly values: AttemptValues
  readonly isChanged: boolean
}

/** Every sitting there is room for, in the order of the columns. */
export const sittingsOf = (credential: Credential, columns: number): Sitting[] =>
  Array.from({ length: columns }, (_, index) => index + 1).flatMap((number) =>
    credential.parts.map(({ key }) => ({ part: key, number })),
  )

export const valueIn = (values: AttemptValues, sitting: Sitting, field: SittingField) =>
  values[cellOf(sitting, field)] ?? ''

function recordedValues({ attempts }: AttemptRow): AttemptValues {
  const values: Record<string, string> = {}
  for (const attempt of attempts) {
    values[cellOf(attempt, 'takenOn')] = attempt.takenOn
    values[cellOf(attempt, 'result')] = attempt.result
    if (attempt.overrideReason !== null) values[reasonCell] = attempt.overrideReason
  }
  return values
}

function isSame(one: AttemptValues, other: AttemptValues): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (cell) => (one[cell] ?? '') === (other[cell] ?? ''),
  )
}

/** The members with what was typed over what is on record. */
export function attemptGridRows(rows: readonly AttemptRow[], drafts: AttemptDrafts): AttemptGridRow[] {
  return rows.map((row) => {
    const recorded = recordedValues(row)
    const values = drafts[row.memberId] ?? recorded
    return { row, values, isChanged: !isSame(values, recorded) }
  })
}

const resultIn = (text: string): AttemptResult | null =>
  attemptResults.find((known) => known === text) ?? null

/** The sittings that are complete, as the rules take them, each with the reason given in the row. */
function recordsIn({ values }: AttemptGridRow, sittings: readonly Sitting[]): AttemptRecord[] {
  const overrideReason = values[reasonCell]?.trim() || null
  return sittings.flatMap((sitting) => {
    const takenOn = valueIn(values, sitting, 'takenOn')
    const result = resultIn(valueIn(values, sitting, 'result'))
    return isIsoDate(takenOn) && result !== null ? [{ ...sitting, takenOn, result, overrideReason }] : []
  })
}

/** What the rules say of a row's sittings, by cell. */
export type RowProblems = ReadonlyMap<string, Omit<AttemptProblem, 'attempt'>>

/** Checks a row's sittings; with `asWithoutReason` also what its reason sets aside. */
export function rowProblems(
  entry: AttemptGridRow,
  sittings: readonly Sitting[],
  rules: Parameters<typeof attemptProblems>[2],
  today: IsoDate,
  asWithoutReason = false,
): RowProblems {
  const records = recordsIn(entry, sittings)
  const checked = asWithoutReason ? records.map((one) => ({ ...one, overrideReason: null })) : records
  return new Map(
    attemptProblems(checked, entry.row, rules, today).map((problem) => [
      cellOf(problem.attempt, problem.field),
      problem,
    ]),
  )
}

/** True if one of a row's sittings can only stand with a reason. */
export const needsReason = (problems: RowProblems): boolean =>
  [...problems.values()].some(({ code }) => mayOverride(code))

/** The half of a sitting that is missing while the other is there. */
export function missingHalf(values: AttemptValues, sitting: Sitting): SittingField | null {
  const takenOn = valueIn(values, sitting, 'takenOn')
  const result = valueIn(values, sitting, 'result')
  if ((takenOn === '') === (result === '')) return null
  return takenOn === '' ? 'takenOn' : 'result'
}

/** True if something typed stands for nothing yet: half a sitting, an unreadable date, an unknown result. */
export const isIncomplete = ({ values }: AttemptGridRow, sittings: readonly Sitting[]): boolean =>
  sittings.some((sitting) => {
    const takenOn = valueIn(values, sitting, 'takenOn')
    const result = valueIn(values, sitting, 'result')
    return (
      missingHalf(values, sitting) !== null ||
      (takenOn !== '' && !isIsoDate(takenOn)) ||
      (result !== '' && resultIn(result) === null)
    )
  })

/** Whether a sitting's cells can be written in: the course has begun, and the try before it was no pass. */
export function isOpen({ row, values }: AttemptGridRow, sitting: Sitting): boolean {
  if (row.startedOn === null) return false
  if (valueIn(values, sitting, 'takenOn') !== '' || valueIn(values, sitting, 'result') !== '') return true
  if (sitting.number === 1) return true
  const before = valueIn(values, { ...sitting, number: sitting.number - 1 }, 'result')
  return before !== '' && before !== 'pass'
}

/** The sittings to show: the first of each part, those in use, and the next try of anybody who needs one. */
export const shownSittings = (rows: readonly AttemptGridRow[], sittings: readonly Sitting[]): Sitting[] =>
  sittings.filter((sitting) => sitting.number === 1 || rows.some((entry) => isOpen(entry, sitting)))

/** The day typed last above this row in the same column: a class sits its exam on one day. */
function dayAbove(
  rows: readonly AttemptGridRow[],
  drafts: AttemptDrafts,
  rowIndex: number,
  cell: string,
): string {
  for (let index = rowIndex - 1; index >= 0; index--) {
    const draft = drafts[rows[index]!.row.memberId]?.[cell]
    if (draft !== undefined && isIsoDate(draft)) return draft
  }
  return ''
}

/** The drafts after some cells changed. A result without a day takes the day typed above it. */
export function changeAttemptCells(
  rows: readonly AttemptGridRow[],
  drafts: AttemptDrafts,
  changes: readonly EntryChange[],
): AttemptDrafts {
  const next: Record<number, AttemptValues> = { ...drafts }
  for (const { rowIndex, columnId, value } of changes) {
    const entry = rows[rowIndex]
    if (!entry) continue
    const { memberId } = entry.row
    const values = { ...(next[memberId] ?? entry.values), [columnId]: value }
    const dayCell = columnId.replace(/^result /, 'takenOn ')
    if (dayCell !== columnId && value !== '' && !values[dayCell]) {
      values[dayCell] = dayAbove(rows, next, rowIndex, dayCell)
    }
    next[memberId] = values
  }
  for (const { row } of rows) {
    const draft = next[row.memberId]
    if (draft && isSame(draft, recordedValues(row))) delete next[row.memberId]
  }
  return next
}

/** What changed in a row, as the core takes it. The reason goes only to the sittings that need one. */
export function attemptChanges(
  entry: AttemptGridRow,
  sittings: readonly Sitting[],
  rules: Parameters<typeof attemptProblems>[2],
  today: IsoDate,
): AttemptEntry[] {
  const { row, values } = entry
  const problems = rowProblems(entry, sittings, rules, today, true)
  const reason = values[reasonCell]?.trim() || null
  return sittings.flatMap((sitting) => {
    const takenOn = valueIn(values, sitting, 'takenOn') || null
    const result = resultIn(valueIn(values, sitting, 'result'))
    const isOverridden = mayOverride(problems.get(cellOf(sitting, 'takenOn'))?.code ?? '')
    const overrideReason = isOverridden ? reason : null
    const before = row.attempts.find(({ part, number }) => part === sitting.part && number === sitting.number)
    const isSameAsBefore =
      takenOn === (before?.takenOn ?? null) &&
      result === (before?.result ?? null) &&
      overrideReason === (before?.overrideReason ?? null)
    return isSameAsBefore ? [] : [{ memberId: row.memberId, ...sitting, takenOn, result, overrideReason }]
  })
}
