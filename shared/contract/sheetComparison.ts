import * as z from 'zod'
import { sheetDifferences } from '../values/sheetComparison.ts'
import { rowNumber, rowProblem } from './importPlan.ts'
import { isoDate, recordId } from './values.ts'

/** One difference between an attendance sheet and the record. */
export const sheetDifference = z.object({
  kind: z.enum(sheetDifferences),
  sectionId: recordId.nullable(),
  sectionCode: z.string(),
  learnerId: recordId.nullable(),
  /** As the sheet or the record has it; empty for what is about a meeting alone. */
  name: z.string(),
  studentId: z.string().nullable(),
  /** The meeting; null for a learner or a row as a whole. */
  heldOn: isoDate.nullable(),
  /** A mark as a sheet says it, a length in minutes, or how many marks; null: nothing. */
  onRecord: z.string().nullable(),
  inSheet: z.string().nullable(),
  rowNumber: rowNumber.nullable(),
  problem: rowProblem.nullable(),
})
export type SheetDifferenceRow = z.infer<typeof sheetDifference>

export const sheetComparison = z.object({
  /** Learners of the sheet, and days of it up to today. */
  learners: z.int(),
  days: z.int(),
  /** Marks that agree. */
  agreeing: z.int(),
  counts: z.record(z.enum(sheetDifferences), z.int()),
  total: z.int(),
  /** The first ones; the export has them all. */
  rows: z.array(sheetDifference),
})
export type SheetComparison = z.infer<typeof sheetComparison>
