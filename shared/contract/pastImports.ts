import * as z from 'zod'
import { importKinds, keptReasons, laterEntryKinds, undoneFates } from '../values/imports.ts'
import { fieldChange, importCounts, rowNumber, rowProblem } from './importPlan.ts'
import { recordId } from './values.ts'

/** A file that was applied. */
export const pastImport = z.object({
  id: recordId,
  kind: z.enum(importKinds),
  fileName: z.string(),
  sheetName: z.string().nullable(),
  counts: importCounts,
  appliedAt: z.string(),
  appliedByName: z.string(),
  /** When it was undone, and by whom; null: it stands. */
  undoneAt: z.string().nullable(),
  undoneByName: z.string().nullable(),
})
export type PastImport = z.infer<typeof pastImport>

export const recordChange = z.object({
  subject: z.string(),
  action: z.enum(['created', 'changed', 'kept', 'refused', 'setAside']),
  /** The learner's page to open, if the record still belongs to one. */
  learnerId: recordId.nullable(),
  label: z.string(),
  changes: z.array(fieldChange),
  problems: z.array(rowProblem),
  /** What became of the record when the import was undone; null: nothing. */
  undone: z.enum(undoneFates).nullable(),
})

/** A record of which something stays although its import is undone. */
export const keptRecord = z.object({
  key: z.string(),
  subject: z.string(),
  rowNumber,
  learnerId: recordId.nullable(),
  label: z.string(),
  reason: z.enum(keptReasons),
  /** What it got of its own since. */
  entries: z.array(z.enum(laterEntryKinds)),
  /** Values that stay: `before` as the import found or left them, `after` as they are. */
  changes: z.array(fieldChange),
})
export type KeptRecord = z.infer<typeof keptRecord>

/** Records that go, that get values back, and of which something stays; some count for the last two. */
export const undoCounts = z.object({ removed: z.int(), putBack: z.int(), kept: z.int() })
export type UndoCounts = z.infer<typeof undoCounts>

export const undoPreview = z.object({
  /** Given along to `undo`, so that nothing else is undone than what was looked at. */
  signature: z.string(),
  counts: undoCounts,
  subjects: z.array(undoCounts.extend({ subject: z.string() })),
  /** The first 200 of those that are kept. */
  kept: z.array(keptRecord),
})
export type UndoPreview = z.infer<typeof undoPreview>
