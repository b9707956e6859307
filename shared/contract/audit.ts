import * as z from 'zod'
import { disclosure } from './disclosure.ts'
import { reportFilters } from './reports.ts'
import { workOf } from './today.ts'
import { workListIds } from '../rules/workLists.ts'
import { auditSubjects } from '../values/audit.ts'
import {
  disclosedContents,
  disclosureAudiences,
  disclosureFormats,
  disclosurePurposes,
} from '../values/disclosures.ts'
import { command, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, listWindow, optionalText, recordId } from './values.ts'

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

/** What kind of deed an entry tells of. */
export const auditKinds = ['added', 'changed', 'removed', 'handedOut', 'access'] as const
export type AuditKind = (typeof auditKinds)[number]

/** One field, from what to what, in the reader's words; null: nothing. */
export const auditChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type AuditChange = z.infer<typeof auditChange>

/** An entry of the record of changes, or a row that an import brought, in the reader's words. */
export const auditRow = z.object({
  /** Names the row in a list. */
  key: z.string(),
  /** Its number in the record; an import's rows carry that of the import. */
  entryId: z.int(),
  at: z.string(),
  who: z.string(),
  action: z.string(),
  subject: z.enum([...auditSubjects, 'sectionMember']).nullable(),
  subjectId: z.int().nullable(),
  learnerId: z.int().nullable(),
  /** The record it is about, by its name. */
  about: z.string().nullable(),
  changes: z.array(auditChange),
  /** True when its contents left the program with the person they were about. */
  isErased: z.boolean(),
})
export type AuditRow = z.infer<typeof auditRow>

export const auditFilters = z.object({
  /** Words in the names of who did it or whom it is about, or in what was recorded. */
  text: z.string().max(200).default(''),
  accountId: recordId.nullable().default(null),
  learnerId: recordId.nullable().default(null),
  kind: z.enum(auditKinds).nullable().default(null),
  subject: z.enum(auditSubjects).nullable().default(null),
  /** Days on this machine, both included. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
})
export type AuditFilters = z.infer<typeof auditFilters>

/** Something exported or printed. */
export const disclosureRow = z.object({
  id: recordId,
  at: z.string(),
  who: z.string(),
  content: z.enum(disclosedContents),
  format: z.enum(disclosureFormats),
  /** In the words of the language it was made in. */
  filters: z.array(z.string()),
  rowCount: z.int(),
  learnerCount: z.int(),
  audience: z.enum(disclosureAudiences),
  recipient: z.string().nullable(),
  purpose: z.enum(disclosurePurposes).nullable(),
  note: z.string().nullable(),
})
export type DisclosureRow = z.infer<typeof disclosureRow>

export const disclosureFilters = z.object({
  /** Words in the names of who handed it out or got it, or in the note. */
  text: z.string().max(200).default(''),
  accountId: recordId.nullable().default(null),
  learnerId: recordId.nullable().default(null),
  audience: z.enum(disclosureAudiences).nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
})
export type DisclosureFilters = z.infer<typeof disclosureFilters>

/** Who may read the whole record; coordinators read what concerns a learner. */
const mayRead = ['administrator', 'director'] as const

/** What was printed from the screen. */
export const printed = z.discriminatedUnion('content', [
  z.object({ content: z.literal('screeningResult'), screeningId: recordId, learnerId: recordId }),
  z.object({ content: z.enum(['completionReport', 'certificationReport']), filters: reportFilters }),
  z.object({ content: z.literal('workList'), list: z.enum(workListIds), of: workOf, language }),
])
export type Printed = z.infer<typeof printed>

export const audit = {
  /** Who changed what, the newest first. */
  list: query({
    mayCall: mayRead,
    reads: ['audit'],
    input: auditFilters.extend({ language, ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(auditRow) }),
  }),
  /** Everything that changed one learner's record, or handed it out, the newest first. */
  ofLearner: query({
    mayCall: ['administrator', 'director', 'coordinator'],
    reads: ['audit'],
    input: z.object({ learnerId: recordId, language, ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(auditRow) }),
  }),
  /** Everybody who ever had an account, to choose from. */
  people: query({
    mayCall: mayRead,
    reads: ['accounts'],
    input: z.object({}),
    output: z.array(z.object({ id: recordId, name: z.string() })),
  }),
  /** What was exported or printed, the newest first. */
  disclosures: query({
    mayCall: mayRead,
    reads: ['audit'],
    input: disclosureFilters.extend(listWindow),
    output: z.object({ total: z.int(), rows: z.array(disclosureRow) }),
  }),
  /** Whose data was in one of them. */
  disclosedLearners: query({
    mayCall: mayRead,
    reads: ['audit', 'learners'],
    input: z.object({ disclosureId: recordId, ...listWindow }),
    output: z.object({
      total: z.int(),
      rows: z.array(z.object({ learnerId: recordId, name: z.string() })),
    }),
  }),
  export: longQuery({
    mayCall: mayRead,
    reads: ['audit'],
    input: auditFilters.extend({ language, disclosure }),
    output: fileTicket,
  }),
  exportDisclosures: longQuery({
    mayCall: mayRead,
    reads: ['audit'],
    input: disclosureFilters.extend({ language, disclosure }),
    output: fileTicket,
  }),
  /** Keeps that something was printed, for whom and what for. The page calls it before it prints. */
  notePrint: command({
    mayCall: 'signedIn',
    changes: ['audit'],
    input: z.object({ printed, disclosure }),
    output: z.object({}),
  }),

  /** Walks the record of changes from its first entry and says whether it is as it was written, or where not. */
  verify: longQuery({
    mayCall: mayRead,
    reads: ['audit'],
    input: z.object({
      /** A fingerprint from an earlier check or export, as printed there. */
      fingerprint: optionalText(60).default(null),
    }),
    output: auditVerdict,
  }),
}
