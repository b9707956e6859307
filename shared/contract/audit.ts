import * as z from 'zod'
import { disclosure } from './disclosure.ts'
import { reportFilters } from './reports.ts'
import { command, longQuery } from './useCase.ts'
import { optionalText, recordId } from './values.ts'

/** How the record of changes can differ from what was written. */
export const auditFaults = [
  /** The entry was changed. */
  'edited',
  /** Entries are missing before it. */
  'removed',
  /** The entry was put in. */
  'inserted',
  /** Entries are missing at the end. */
  'endMissing',
  /** Its contents are gone, without a person having been erased. */
  'contentsRemoved',
  /** The rows of the import that it stands for were changed. */
  'importRowsChanged',
  /** The disclosure that it stands for was changed. */
  'disclosureChanged',
  /** All of it fits together, but not with a fingerprint noted earlier: it was written anew up to here. */
  'rewritten',
] as const
export type AuditFault = (typeof auditFaults)[number]

const fingerprint = z.string()

/** What the record was compared with, beside itself. */
export const auditComparison = z.object({
  /** A fingerprint that somebody typed, or the one kept in a backup. */
  kind: z.enum(['typed', 'backup']),
  /** When the backup was made; null for a typed one. */
  madeAt: z.string().nullable(),
  fingerprint,
})
export type AuditComparison = z.infer<typeof auditComparison>

const counts = {
  /** Entries that were there. */
  entries: z.int(),
  /** Entries without contents, because the person they were about was erased. */
  erased: z.int(),
}

export const auditVerdict = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('intact'),
    ...counts,
    /** Stands for the whole record; to be noted elsewhere and compared later. */
    fingerprint,
    comparedWith: z.array(auditComparison),
  }),
  z.object({
    state: z.literal('broken'),
    ...counts,
    fault: z.enum(auditFaults),
    /** The number of the first entry at fault. */
    entryId: z.int(),
    /** What the fingerprint that does not fit came from; null where the record contradicts itself. */
    against: auditComparison.nullable(),
  }),
])
export type AuditVerdict = z.infer<typeof auditVerdict>

/** What was printed from the screen. */
export const printed = z.discriminatedUnion('content', [
  z.object({ content: z.literal('screeningResult'), screeningId: recordId, learnerId: recordId }),
  z.object({ content: z.enum(['completionReport', 'certificationReport']), filters: reportFilters }),
])
export type Printed = z.infer<typeof printed>

export const audit = {
  /** Keeps that something was printed, for whom and what for. The page calls it before it prints. */
  notePrint: command({
    mayCall: 'signedIn',
    changes: ['audit'],
    input: z.object({ printed, disclosure }),
    output: z.object({}),
  }),

  /** Walks the record of changes from its first entry and says whether it is as it was written, or where not. */
  verify: longQuery({
    mayCall: ['administrator', 'director'],
    reads: ['audit'],
    input: z.object({
      /** A fingerprint from an earlier check or export, as printed there. */
      fingerprint: optionalText(60).default(null),
    }),
    output: auditVerdict,
  }),
}
