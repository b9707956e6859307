import * as z from 'zod'
import { attemptResults } from '../values/vocabulary.ts'
import { attemptRow } from './cohortValues.ts'
import { credential } from './tracks.ts'
import { command, query } from './useCase.ts'
import { isoDate, optionalText, recordId } from './values.ts'

/** A sitting to keep, or, with neither date nor result, one to take out. */
export const attemptEntry = z
  .object({
    memberId: recordId,
    part: z.string().min(1).max(60),
    /** 1 is the first sitting of the part. */
    number: z.int().min(1).max(20),
    takenOn: isoDate.nullable(),
    result: z.enum(attemptResults).nullable(),
    /** Why it is recorded past the limit or the window. */
    overrideReason: optionalText(500).default(null),
  })
  .refine(({ takenOn, result }) => result === null || takenOn !== null, {
    path: ['takenOn'],
    error: 'required',
  })
  .refine(({ takenOn, result }) => takenOn === null || result !== null, {
    path: ['result'],
    error: 'required',
  })
export type AttemptEntry = z.infer<typeof attemptEntry>

export const attempts = {
  /** Every sitting of everyone in a cohort, with where each person stands on a date. */
  grid: query({
    mayCall: 'signedIn',
    reads: ['cohorts', 'tracks', 'learners'],
    input: z.object({ cohortId: recordId, asOf: isoDate.optional() }),
    output: z.object({
      asOf: isoDate,
      /** Null where the cohort has no credential yet. */
      credential: credential.nullable(),
      /** How many sittings of each part the grid has room for. */
      columns: z.int(),
      rows: z.array(attemptRow),
    }),
  }),
  /** Records many sittings at once: all of them or none, each fault named at its field. */
  record: command({
    mayCall: ['director', 'coordinator'],
    changes: ['cohorts'],
    input: z.object({
      cohortId: recordId,
      attempts: z.array(attemptEntry).min(1, { error: 'chooseOne' }).max(2000),
    }),
    output: z.object({ recorded: z.int(), removed: z.int() }),
  }),
}
