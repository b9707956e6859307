import * as z from 'zod'
import { duplicateReasons } from '../rules/duplicateReasons.ts'
import { conflictChoices, importChoices, importRowStates } from '../values/imports.ts'
import { recordId } from './values.ts'

const messageValues = z.record(z.string(), z.union([z.string(), z.number()]))
/** The number of a row in its sheet, from 1. */
export const rowNumber = z.int().positive()

export const importCounts = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  possibleDuplicate: z.int(),
  /** Rows that say something else than what somebody typed. */
  conflict: z.int(),
  /** Those of them about which nobody has decided: while there is one, nothing is applied. */
  undecided: z.int(),
  refused: z.int(),
  /** Rows that are taken, but without a value that could not be understood. */
  valueLeftOut: z.int(),
  /** Possible duplicates that are neither merged nor added until somebody decides. */
  setAside: z.int(),
})
export type ImportCounts = z.infer<typeof importCounts>

/** Why a row is refused, or one of its values is left out. `code` is the key of its text. */
export const rowProblem = z.object({
  code: z.string(),
  values: messageValues,
  /** Letter and heading of the column at fault; null when it is the row as a whole. */
  column: z.object({ letter: z.string(), heading: z.string() }).nullable(),
})
export type RowProblem = z.infer<typeof rowProblem>

/** One fact before and after. `field` is a field's id; the values are as stored. */
export const fieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.infer<typeof fieldChange>

/** Somebody whom a row may mean. */
export const duplicateCandidate = z.object({
  key: z.string(),
  learnerId: recordId.nullable(),
  /** The row of the same file that adds them; null for somebody on record. */
  rowNumber: rowNumber.nullable(),
  name: z.string(),
  studentId: z.string().nullable(),
  birthDate: z.string().nullable(),
  reasons: z.array(z.enum(duplicateReasons)),
  /** What would be filled in on their record, if they are the same person. */
  changes: z.array(fieldChange),
})
export type DuplicateCandidate = z.infer<typeof duplicateCandidate>

/** A value, or some that belong together, of which a row says something else than what somebody typed. */
export const plannedConflict = z.object({
  /** Names it within the row. */
  key: z.string(),
  /** As typed (`before`) and as in the file (`after`). */
  values: z.array(fieldChange).min(1),
  typedByName: z.string(),
  /** ISO 8601, UTC. */
  typedAt: z.string(),
  /** Null while nobody has decided. */
  choice: z.enum(conflictChoices).nullable(),
  /** True when the choice was made before, when a file said the same. */
  wasKept: z.boolean(),
})
export type PlannedConflictView = z.infer<typeof plannedConflict>

export const plannedRow = z.object({
  number: rowNumber,
  state: z.enum(importRowStates),
  name: z.string(),
  studentId: z.string().nullable(),
  learnerId: recordId.nullable(),
  /** Short words on what the row is of: a class, a form and score, a cohort. */
  summary: z.string(),
  refusals: z.array(rowProblem),
  leftOut: z.array(rowProblem),
  changes: z.array(fieldChange),
  candidates: z.array(duplicateCandidate),
  conflicts: z.array(plannedConflict),
  choice: z.enum(importChoices).nullable(),
  /** The candidate meant when the choice is *same*. */
  chosenKey: z.string().nullable(),
  /** The row as it stands in the file, mapped columns only. */
  cells: z.array(z.object({ field: z.string(), heading: z.string(), text: z.string() })),
})
export type PlannedRowView = z.infer<typeof plannedRow>

export const rowFilters = ['all', ...importRowStates, 'valueLeftOut'] as const
