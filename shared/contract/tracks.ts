import * as z from 'zod'
import { trackStatuses } from '../values/vocabulary.ts'
import { requirement } from './requirements.ts'
import { command, query } from './useCase.ts'
import { bothLanguages, isoDate, optionalText, recordId } from './values.ts'

/** Names a component or exam part for ever; what people read is its name. */
const key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'notUnderstood' })
  .max(100)

/** A part of the course (English for health care, work readiness, clinical hours), with its planned hours. */
export const trackComponent = z.object({
  key,
  name: bothLanguages,
  hours: z.number().positive().max(10_000).nullable(),
})

export const credentialPart = z.object({ key, name: bothLanguages })

const credentialFields = {
  name: bothLanguages,
  parts: z.array(credentialPart).min(1, { error: 'chooseOne' }),
  /** Tests of one part that a candidate may take; null: no limit. */
  attemptLimit: z.int().min(1).max(20).nullable(),
  /** Months after completing in which every part must be passed; null: no limit. */
  windowMonths: z.int().min(1).max(120).nullable(),
  noShowUsesAttempt: z.boolean(),
  source: optionalText(),
  active: z.boolean(),
}

export const credential = z.object({ id: recordId, ...credentialFields })
export type Credential = z.infer<typeof credential>

/** The entry rules of a track from one day on. */
export const trackVersion = z.object({
  id: recordId,
  version: z.int(),
  effectiveFrom: isoDate,
  requirements: z.array(requirement).readonly(),
  note: z.string().nullable(),
  createdAt: z.string(),
  createdByName: z.string().nullable(),
})
export type TrackVersion = z.infer<typeof trackVersion>

const trackFields = {
  code: z
    .string()
    .trim()
    .min(1, { error: 'required' })
    .max(20, { error: 'tooLong' })
    .regex(/^[\p{L}\p{N}-]+$/u, { error: 'notUnderstood' }),
  name: bothLanguages,
  socCode: z
    .string()
    .trim()
    .regex(/^\d{2}-\d{4}$/, { error: 'socCodeShape' })
    .nullable(),
  socTitle: optionalText(200),
  seats: z.int().min(1).max(1000).nullable(),
  status: z.enum(trackStatuses),
  components: z.array(trackComponent).max(50),
  notes: optionalText(),
  source: optionalText(),
}

const trackInput = z.object(trackFields)
export type TrackInput = z.infer<typeof trackInput>

export const trackRow = z.object({
  id: recordId,
  code: z.string(),
  name: bothLanguages,
  status: z.enum(trackStatuses),
  socCode: z.string().nullable(),
  socTitle: z.string().nullable(),
  seats: z.int().nullable(),
  /** Entry rules in force today; null before the first ones take effect. */
  rulesSince: isoDate.nullable(),
  requirementCount: z.int(),
  waiting: z.int(),
})
export type TrackRow = z.infer<typeof trackRow>

export const track = z.object({
  id: recordId,
  ...trackFields,
  credentials: z.array(credential),
  /** Newest first: by the day they take effect, then by number. */
  versions: z.array(trackVersion),
  /** The version in force today; null before the first takes effect. */
  inForce: recordId.nullable(),
})
export type Track = z.infer<typeof track>

/** Vocational programs with their dated entry rules and credentials. */
export const tracks = {
  list: query({
    mayCall: 'signedIn',
    reads: ['tracks', 'waitlist'],
    input: z.object({ status: z.enum(trackStatuses).optional() }),
    output: z.array(trackRow),
  }),
  get: query({ mayCall: 'signedIn', reads: ['tracks'], input: z.object({ id: recordId }), output: track }),
  create: command({
    mayCall: ['director'],
    changes: ['tracks'],
    input: trackInput,
    output: track,
  }),
  /** Everything but rules and credentials, which have their own commands. */
  change: command({
    mayCall: ['director'],
    changes: ['tracks'],
    input: z.object({ id: recordId, ...trackFields }),
    output: track,
  }),
  /** Makes a credential (`id` null) or changes one. A part with attempts on record stays. */
  saveCredential: command({
    mayCall: ['director'],
    changes: ['tracks', 'cohorts'],
    input: z.object({ id: recordId.nullable(), trackId: recordId, ...credentialFields }),
    output: track,
  }),
  /**
   * Adds a version of the entry rules; earlier ones stay as they were. Of two for one day the later counts.
   * Requirements get their ids here; keys must be unique in the version.
   */
  saveVersion: command({
    mayCall: ['director'],
    changes: ['tracks'],
    input: z.object({
      trackId: recordId,
      effectiveFrom: isoDate,
      requirements: z.array(requirement).max(60).readonly(),
      note: optionalText(),
    }),
    output: track,
  }),
}
