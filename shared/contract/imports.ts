import * as z from 'zod'
import { duplicateReasons } from '../rules/duplicates.ts'
import {
  importChoices,
  importKinds,
  importRowStates,
  dateOrders,
  keptReasons,
  laterEntryKinds,
  undoneFates,
  unknownStudentChoices,
} from '../values/imports.ts'
import { disclosure } from './disclosure.ts'
import { longCommand, longQuery, query } from './useCase.ts'
import { bothLanguages, fileTicket, language, listWindow, recordId } from './values.ts'

const importKind = z.enum(importKinds)
const handle = z.string().max(100)
const messageValues = z.record(z.string(), z.union([z.string(), z.number()]))
const rowNumber = z.int().positive()

/** A file that was read and waits in the core's memory. */
export const openedFile = z.object({
  openId: handle,
  fileName: z.string(),
  format: z.enum(['delimited', 'xlsx']),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rowCount: z.int() })),
  /** Where the most likely sheet stands in `sheets`. */
  likelySheet: z.int(),
})
export type OpenedFile = z.infer<typeof openedFile>

/** Something a column can hold. `part` and `number` are there for the attempts of a cohort history. */
export const importField = z.object({
  id: z.string(),
  name: z.string(),
  isRequired: z.boolean(),
  isRepeatable: z.boolean(),
  part: bothLanguages.nullable(),
  number: z.int().nullable(),
})
export type ImportField = z.infer<typeof importField>

export const importColumn = z.object({
  /** As a spreadsheet names it: A, B … AA. */
  letter: z.string(),
  heading: z.string(),
  samples: z.array(z.string()),
  /** The id of its field; null: left out. */
  field: z.string().nullable(),
  /** A heading that speaks of a number or status which the program never takes. */
  isNeverTaken: z.boolean(),
})
export type ImportColumn = z.infer<typeof importColumn>

const trackChoice = z.object({ id: recordId, name: bothLanguages })
const credentialChoice = trackChoice.extend({ trackId: recordId })

export const columnsGuess = z.object({
  file: openedFile,
  /** The sheet described, by its place. */
  sheet: z.int(),
  kind: importKind.nullable(),
  /** Number of the row with the headings; null when none was found. */
  headingRow: rowNumber.nullable(),
  /** The first rows of the sheet, to choose the headings from. */
  firstRows: z.array(z.object({ number: rowNumber, text: z.string() })),
  columns: z.array(importColumn),
  fields: z.array(importField),
  dateOrder: z.enum(dateOrders),
  /** True when the same headings were imported before with these columns. */
  isRemembered: z.boolean(),
  rowCount: z.int(),
  tracks: z.array(trackChoice),
  credentials: z.array(credentialChoice),
  trackId: recordId.nullable(),
  credentialId: recordId.nullable(),
})
export type ColumnsGuess = z.infer<typeof columnsGuess>

/** How a sheet is to be read. */
export const importSettings = z.object({
  sheet: z.int().min(0),
  kind: importKind,
  headingRow: rowNumber,
  /** For each column the id of its field, or null. */
  mapping: z.array(z.string().max(100).nullable()).max(500),
  dateOrder: z.enum(dateOrders),
  /** What happens to tests and cohort members whose student number nobody has. */
  unknownStudents: z.enum(unknownStudentChoices).default('refuse'),
  /** Of the cohorts in a cohort history. */
  trackId: recordId.nullable().default(null),
  credentialId: recordId.nullable().default(null),
})
export type ImportSettings = z.infer<typeof importSettings>

export const importCounts = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  possibleDuplicate: z.int(),
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
  choice: z.enum(importChoices).nullable(),
  /** The candidate meant when the choice is *same*. */
  chosenKey: z.string().nullable(),
  /** The row as it stands in the file, mapped columns only. */
  cells: z.array(z.object({ field: z.string(), heading: z.string(), text: z.string() })),
})
export type PlannedRowView = z.infer<typeof plannedRow>

export const rowFilters = ['all', ...importRowStates, 'valueLeftOut'] as const

export const pastImport = z.object({
  id: recordId,
  kind: importKind,
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
  action: z.enum(['created', 'changed', 'refused', 'setAside']),
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

const bringsFiles = ['director', 'coordinator', 'staff', 'administrator'] as const
/** What a file brought is about many learners: who sees a class alone does not read it. */
const readsFiles = [...bringsFiles, 'viewer'] as const

export const imports = {
  /** Reads a file that was put, beside the core's own thread. */
  open: longQuery({
    mayCall: bringsFiles,
    reads: [],
    input: z.object({ fileId: handle }),
    output: openedFile,
  }),
  /** What a sheet seems to hold, column by column. Whatever is given is taken as settled. */
  columns: query({
    mayCall: bringsFiles,
    reads: ['tracks'],
    input: z.object({
      openId: handle,
      /** Null: the most likely one. */
      sheet: z.int().min(0).nullable().default(null),
      kind: importKind.nullable().default(null),
      headingRow: rowNumber.nullable().default(null),
      trackId: recordId.nullable().default(null),
      credentialId: recordId.nullable().default(null),
    }),
    output: columnsGuess,
  }),
  /** Works out what each row would do, and keeps the plan until it is applied or forgotten. */
  preview: longQuery({
    mayCall: bringsFiles,
    reads: ['learners', 'sections', 'assessments', 'cohorts', 'tracks', 'instruments'],
    input: z.object({ openId: handle, settings: importSettings }),
    output: z.object({ previewId: handle, counts: importCounts }),
  }),
  /** A window of the plan. */
  rows: query({
    mayCall: bringsFiles,
    reads: [],
    input: z.object({ previewId: handle, show: z.enum(rowFilters).default('all'), ...listWindow }),
    output: z.object({ total: z.int(), counts: importCounts, rows: z.array(plannedRow) }),
  }),
  /** Settles possible duplicates: one row, or every one when `rowNumber` is null. Nothing is written yet. */
  choose: query({
    mayCall: bringsFiles,
    reads: [],
    input: z.object({
      previewId: handle,
      rowNumber: rowNumber.nullable(),
      choice: z.enum(importChoices),
      candidateKey: z.string().nullable().default(null),
    }),
    output: importCounts,
  }),
  /** Writes the whole plan or nothing. Refused when records changed since in a way that alters the plan. */
  apply: longCommand({
    mayCall: bringsFiles,
    changes: ['imports', 'learners', 'sections', 'assessments', 'cohorts'],
    input: z.object({ previewId: handle }),
    output: z.object({ importId: recordId, counts: importCounts }),
  }),
  /** The rows that were not taken, or not whole, with their reasons, as a workbook. */
  rowsNotTaken: longQuery({
    mayCall: bringsFiles,
    reads: [],
    input: z.object({ previewId: handle, language, disclosure }),
    output: fileTicket,
  }),
  /** Drops a file and its plan from memory. */
  forget: query({
    mayCall: bringsFiles,
    reads: [],
    input: z.object({ openId: handle }),
    output: z.object({}),
  }),
  /** Files applied so far, newest first. */
  list: query({
    mayCall: readsFiles,
    reads: ['imports'],
    input: z.object({ ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(pastImport) }),
  }),
  /** What each row of an applied file changed, refused or set aside. */
  appliedRows: query({
    mayCall: readsFiles,
    reads: ['imports', 'learners'],
    input: z.object({ importId: recordId, ...listWindow }),
    output: z.object({
      import: pastImport,
      total: z.int(),
      rows: z.array(recordChange.extend({ rowNumber })),
    }),
  }),
  /** What undoing an applied file would take back, and what stays because of later edits. */
  undoPreview: longQuery({
    mayCall: bringsFiles,
    reads: ['imports', 'learners', 'sections', 'assessments', 'cohorts'],
    input: z.object({ importId: recordId }),
    output: undoPreview,
  }),
  /** Takes a whole file back, once. Refused when records changed since the preview in a way that alters it. */
  undo: longCommand({
    mayCall: bringsFiles,
    changes: ['imports', 'learners', 'sections', 'assessments', 'cohorts'],
    input: z.object({ importId: recordId, signature: z.string().max(64) }),
    output: undoCounts,
  }),
}
