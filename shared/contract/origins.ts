import * as z from 'zod'
import { importKinds } from '../values/imports.ts'
import { originSubjects } from '../values/origins.ts'
import { query } from './useCase.ts'
import { recordId } from './values.ts'

/** Where a value comes from. Moments are ISO 8601 in UTC. */
export const valueOrigin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    importId: recordId,
    importKind: z.enum(importKinds),
    fileName: z.string(),
    sheetName: z.string().nullable(),
    rowNumber: z.int().positive(),
    at: z.string(),
    byName: z.string(),
  }),
  z.object({ kind: z.literal('typed'), at: z.string(), byName: z.string() }),
  /** Invented with the sample data, which leaves no trace in the record of changes. */
  z.object({ kind: z.literal('sample') }),
  /** The record of changes does not tell. */
  z.object({ kind: z.literal('unknown') }),
])
export type ValueOrigin = z.infer<typeof valueOrigin>

/** One value of a record that is not empty. A list such as a learner's phones gives one for each entry. */
export const originOfField = z.object({ field: z.string(), value: z.string(), origin: valueOrigin })
export type OriginOfField = z.infer<typeof originOfField>

export const recordOrigins = z.object({
  /** Where the record as a whole comes from. */
  record: valueOrigin,
  fields: z.array(originOfField),
})
export type RecordOrigins = z.infer<typeof recordOrigins>

/** Names a record. */
export const originOf = z.object({ subject: z.enum(originSubjects), subjectId: recordId })

export const origins = {
  /** For each value of a record: the file, row and day it came with, or who typed it and when. */
  of: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'sections', 'attendance', 'cohorts', 'imports'],
    input: originOf,
    output: recordOrigins,
  }),
}
