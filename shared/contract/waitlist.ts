import * as z from 'zod'
import { command, query } from './useCase.ts'
import { isoDate, listWindow, optionalText, recordId } from './values.ts'

export const waitlistEntry = z.object({
  id: recordId,
  learnerId: recordId,
  learnerName: z.string(),
  studentId: z.string().nullable(),
  screeningId: recordId.nullable(),
  /** 1 for the first in line. */
  position: z.int(),
  addedOn: isoDate,
  lookAgainOn: isoDate.nullable(),
  note: z.string().nullable(),
})
export type WaitlistEntry = z.infer<typeof waitlistEntry>

/** The ordered waiting list of each track. */
export const waitlist = {
  list: query({
    mayCall: 'signedIn',
    reads: ['waitlist', 'learners'],
    input: z.object({ trackId: recordId, ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(waitlistEntry) }),
  }),
  /** Puts learners at the end; those already waiting keep their place. */
  add: command({
    mayCall: ['director', 'coordinator'],
    changes: ['waitlist'],
    input: z.object({
      trackId: recordId,
      learnerIds: z.array(recordId).min(1).max(500),
      lookAgainOn: isoDate.nullable().default(null),
    }),
    output: z.object({ added: z.int() }),
  }),
  /** Moves one entry to a place in the line, counted from 1. */
  move: command({
    mayCall: ['director', 'coordinator'],
    changes: ['waitlist'],
    input: z.object({ id: recordId, position: z.int().min(1) }),
    output: z.object({}),
  }),
  change: command({
    mayCall: ['director', 'coordinator'],
    changes: ['waitlist'],
    input: z.object({ id: recordId, lookAgainOn: isoDate.nullable(), note: optionalText(1000) }),
    output: z.object({}),
  }),
  remove: command({
    mayCall: ['director', 'coordinator'],
    changes: ['waitlist'],
    input: z.object({ id: recordId, reason: optionalText(1000) }),
    output: z.object({}),
  }),
  /** Takes a removal back: the entry stands in its old place again. */
  restore: command({
    mayCall: ['director', 'coordinator'],
    changes: ['waitlist'],
    input: z.object({ id: recordId }),
    output: z.object({}),
  }),
}
