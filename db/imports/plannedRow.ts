import type {
  DuplicateCandidate,
  FieldChange,
  ImportCounts,
  RowProblem,
} from '../../shared/contract/importPlan.ts'
import type { ImportChoice, ImportRowState } from '../../shared/values/imports.ts'
import { isUndecided, type ConflictChoices, type PlannedConflict } from './conflicts.ts'

/** What one row of a file would do. */
export interface PlannedRow {
  readonly number: number
  /** Its place in the sheet's list of rows. */
  readonly index: number
  state: ImportRowState
  name: string
  studentId: string | null
  /** The learner on record whom the row is about. */
  learnerId: number | null
  summary: string
  readonly refusals: RowProblem[]
  readonly leftOut: RowProblem[]
  readonly changes: FieldChange[]
  candidates: DuplicateCandidate[]
  /** Where it says something else than what somebody typed. */
  readonly conflicts: PlannedConflict[]
  /** What happens to a possible duplicate unless somebody chooses; null for any other row. */
  defaultChoice: ImportChoice | null
}

/** What a person chose so far. */
export interface Choices {
  /** For possible duplicates, by row number. */
  readonly people: Map<number, { choice: ImportChoice; candidateKey: string | null }>
  /** For values that somebody typed. */
  readonly values: ConflictChoices
}

/** Nobody has chosen anything. */
export const noChoices = (): Choices => ({ people: new Map(), values: new Map() })

/** The choice that counts for a row, and the candidate it means. */
export function choiceFor(row: PlannedRow, choices: Choices) {
  if (row.defaultChoice === null) return { choice: null, candidate: null }
  const chosen = choices.people.get(row.number)
  const candidate =
    row.candidates.find(({ key }) => key === (chosen?.candidateKey ?? null)) ?? row.candidates[0] ?? null
  return { choice: chosen?.choice ?? row.defaultChoice, candidate }
}

/** How many rows there are of each kind. */
export function countRows(rows: readonly PlannedRow[], choices: Choices): ImportCounts {
  const counts = {
    rows: rows.length,
    new: 0,
    changed: 0,
    unchanged: 0,
    possibleDuplicate: 0,
    conflict: 0,
    undecided: 0,
    refused: 0,
    valueLeftOut: 0,
    setAside: 0,
  }
  for (const row of rows) {
    counts[row.state] += 1
    if (row.leftOut.length > 0 && row.state !== 'refused') counts.valueLeftOut += 1
    if (isUndecided(row, choices.values)) counts.undecided += 1
    if (choiceFor(row, choices).choice === 'setAside') counts.setAside += 1
  }
  return counts
}
