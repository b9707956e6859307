import * as z from 'zod'
import { componentStates, documentStates, interviewResults } from '../values/vocabulary.ts'
import { command, query } from './useCase.ts'
import { isoDate, optionalText, recordId, requiredText } from './values.ts'

const common = {
  /** The day on which it was checked, done or held. */
  onDate: isoDate,
  /** Who saw it or held it; empty: the person who records it. */
  seenBy: optionalText(100).default(null),
}

/**
 * What a requirement can ask for beside scores. A document's content and number are never kept, only
 * that the college office has seen it. `evidenceKey` is the document's or component's key in the
 * requirements of the tracks, and the number of the track for an interview.
 */
export const evidenceFacts = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    evidenceKey: requiredText(100),
    status: z.enum(documentStates),
    ...common,
    /** The date on the document (of a TB test, say), if it has one. */
    documentDate: isoDate.nullable().default(null),
    doses: z.int().min(0).max(20).nullable().default(null),
  }),
  z.object({
    kind: z.literal('component'),
    evidenceKey: requiredText(100),
    status: z.enum(componentStates),
    ...common,
  }),
  z.object({
    kind: z.literal('interview'),
    evidenceKey: z.string().regex(/^[1-9]\d*$/, { error: 'notUnderstood' }),
    status: z.enum(interviewResults),
    ...common,
  }),
])
export type EvidenceFacts = z.infer<typeof evidenceFacts>

export const evidenceKinds = ['document', 'component', 'interview'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const evidenceRecord = z.object({
  id: recordId,
  kind: z.enum(evidenceKinds),
  evidenceKey: z.string(),
  status: z.enum([...documentStates, ...componentStates, ...interviewResults]),
  onDate: isoDate,
  documentDate: isoDate.nullable(),
  doses: z.int().nullable(),
  seenBy: z.string().nullable(),
})
export type EvidenceRecord = z.infer<typeof evidenceRecord>

/** Something that a track's rules can ask a learner for, with the words of the rule that asks. */
export const askedEvidence = z.object({
  kind: z.enum(evidenceKinds),
  evidenceKey: z.string(),
  label: z.object({ en: z.string(), es: z.string() }),
  /** Tracks whose newest rules ask for it. */
  trackIds: z.array(recordId),
  asksDocumentDate: z.boolean(),
  asksDoses: z.boolean(),
})
export type AskedEvidence = z.infer<typeof askedEvidence>

const mayRecord = ['coordinator', 'director', 'staff'] as const

export const evidence = {
  /** Every document, component and interview that the newest rules of the tracks ask for. */
  asked: query({
    mayCall: 'signedIn',
    reads: ['tracks'],
    input: z.object({}),
    output: z.array(askedEvidence),
  }),
  record: command({
    mayCall: mayRecord,
    changes: ['learners'],
    input: z.object({ learnerId: recordId, facts: evidenceFacts }),
    output: z.object({ evidenceId: recordId }),
  }),
  /** Takes back an entry made by mistake; the audit trail keeps what it said. */
  withdraw: command({
    mayCall: mayRecord,
    changes: ['learners'],
    input: z.object({ evidenceId: recordId }),
    output: z.object({}),
  }),
}
