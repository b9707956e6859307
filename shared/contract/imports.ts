import * as z from 'zod'
import {
  conflictChoices,
  bringsFiles,
  dateOrders,
  fileLayouts,
  importChoices,
  importKinds,
  unknownStudentChoices,
} from '../values/imports.ts'
import { disclosure } from './disclosure.ts'
import { importCounts, plannedRow, rowFilters, rowNumber } from './importPlan.ts'
import { pastImport, recordChange, undoCounts, undoPreview } from './pastImports.ts'
import { longCommand, longQuery, query } from './useCase.ts'
import { bothLanguages, fileTicket, language, listWindow, optionalText, recordId } from './values.ts'

const importKind = z.enum(importKinds)
const handle = z.string().max(100)

/** A file that was read and waits in the core's memory. */
export const openedFile = z.object({
  openId: handle,
  fileName: z.string(),
  format: z.enum(['delimited', 'xlsx']),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      rowCount: z.int(),
      /** Whether some row of it has headings that are known. */
      looksKnown: z.boolean(),
    }),
  ),
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
  /** The list that its headings are known from; null for any other. */
  layout: z.enum(fileLayouts).nullable(),
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
  /** The class that the sheet seems to be of. */
  sectionId: recordId.nullable(),
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
  /** Why tests of the file came before their hours, where a row gives no reason; null: such rows are refused. */
  earlyReason: optionalText(500).default(null),
  /** Of the cohorts in a cohort history. */
  trackId: recordId.nullable().default(null),
  credentialId: recordId.nullable().default(null),
  /** The class of an attendance sheet without a column that says it. */
  sectionId: recordId.nullable().default(null),
})
export type ImportSettings = z.infer<typeof importSettings>

/** An instructor brings the attendance of their classes in, and no other kind of file. */
const bringsSheets = [...bringsFiles, 'instructor'] as const
/** What a file brought is about many learners: who sees a class alone does not read it. */
const readsFiles = [...bringsFiles, 'viewer'] as const

export const imports = {
  /** Reads a file that was put, beside the core's own thread. */
  open: longQuery({
    mayCall: bringsSheets,
    reads: [],
    input: z.object({ fileId: handle }),
    output: openedFile,
  }),
  /** What a sheet seems to hold, column by column. Whatever is given is taken as settled. */
  columns: query({
    mayCall: bringsSheets,
    reads: ['tracks', 'sections'],
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
    mayCall: bringsSheets,
    reads: ['learners', 'sections', 'assessments', 'attendance', 'cohorts', 'tracks', 'instruments'],
    input: z.object({ openId: handle, settings: importSettings }),
    output: z.object({ previewId: handle, counts: importCounts }),
  }),
  /** A window of the plan. */
  rows: query({
    mayCall: bringsSheets,
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
  /**
   * Settles values that somebody typed and the file contradicts: one (`key`), all of a row, or all of the file
   * when `rowNumber` is null. Nothing is written yet.
   */
  decide: query({
    mayCall: bringsFiles,
    reads: [],
    input: z.object({
      previewId: handle,
      rowNumber: rowNumber.nullable(),
      key: z.string().max(200).nullable().default(null),
      choice: z.enum(conflictChoices),
    }),
    output: importCounts,
  }),
  /** Writes the whole plan or nothing. Refused when records changed since in a way that alters the plan. */
  apply: longCommand({
    mayCall: bringsSheets,
    changes: ['imports', 'learners', 'sections', 'assessments', 'attendance', 'cohorts'],
    input: z.object({ previewId: handle }),
    output: z.object({ importId: recordId, counts: importCounts }),
  }),
  /** The rows that were not taken, or not whole, with their reasons, as a workbook. */
  rowsNotTaken: longQuery({
    mayCall: bringsSheets,
    reads: [],
    input: z.object({ previewId: handle, language, disclosure }),
    output: fileTicket,
  }),
  /** Drops a file and its plan from memory. */
  forget: query({
    mayCall: bringsSheets,
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
    input: z.object({
      importId: recordId,
      /** Null: all rows. */
      rowNumber: rowNumber.nullable().default(null),
      ...listWindow,
    }),
    output: z.object({
      import: pastImport,
      total: z.int(),
      rows: z.array(recordChange.extend({ rowNumber })),
    }),
  }),
  /** What undoing an applied file would take back, and what stays because of later edits. */
  undoPreview: longQuery({
    mayCall: bringsFiles,
    reads: ['imports', 'learners', 'sections', 'assessments', 'attendance', 'cohorts'],
    input: z.object({ importId: recordId }),
    output: undoPreview,
  }),
  /** Takes a whole file back, once. Refused when records changed since the preview in a way that alters it. */
  undo: longCommand({
    mayCall: bringsFiles,
    changes: ['imports', 'learners', 'sections', 'assessments', 'attendance', 'cohorts'],
    input: z.object({ importId: recordId, signature: z.string().max(64) }),
    output: undoCounts,
  }),
}
