import * as z from 'zod'
import { command, query } from './useCase.ts'
import { isoDate, recordId, requiredText } from './values.ts'

export const waiver = z.object({
  id: recordId,
  learnerId: recordId,
  trackId: recordId,
  requirementKey: z.string(),
  reason: z.string(),
  grantedByName: z.string(),
  grantedOn: isoDate,
  withdrawnOn: isoDate.nullable(),
})
export type Waiver = z.infer<typeof waiver>

/** A named person sets one requirement aside for one learner. Screenings already run stay as they were. */
export const waivers = {
  list: query({
    mayCall: 'signedIn',
    reads: ['tracks', 'learners'],
    input: z.object({ learnerId: recordId, trackId: recordId.optional() }),
    output: z.array(waiver),
  }),
  /** Refused for a requirement that may not be waived in the rules in force today. */
  grant: command({
    mayCall: ['director'],
    changes: ['tracks', 'learners'],
    input: z.object({
      learnerId: recordId,
      trackId: recordId,
      requirementKey: z.string().max(100),
      reason: requiredText(1000),
    }),
    output: waiver,
  }),
  withdraw: command({
    mayCall: ['director'],
    changes: ['tracks', 'learners'],
    input: z.object({ id: recordId }),
    output: waiver,
  }),
}
