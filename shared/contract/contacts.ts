import * as z from 'zod'
import { absenceReasons, asksReason, contactOccasions, contactResults } from '../values/contacts.ts'
import { command } from './useCase.ts'
import { isoDate, recordId } from './values.ts'

const mayNote = ['instructor', 'coordinator', 'director'] as const

/** How a call or message to a learner who stayed away went. There is no room for words, on purpose. */
export const contactFacts = z
  .object({
    learnerId: recordId,
    occasion: z.enum(contactOccasions),
    /** The class that was missed; left out for an exit coming near, which is of no single class. */
    sectionId: recordId.nullable().default(null),
    contactedOn: isoDate,
    result: z.enum(contactResults),
    reason: z.enum(absenceReasons).nullable().default(null),
  })
  .refine(({ occasion, sectionId }) => (occasion === 'absence') === (sectionId !== null), {
    path: ['sectionId'],
    error: 'required',
  })
  .refine(({ result, reason }) => reason === null || asksReason(result), {
    path: ['reason'],
    error: 'notUnderstood',
  })
export type ContactFacts = z.infer<typeof contactFacts>

export const contacts = {
  /**
   * Notes a contact about the absences, or the missing service, there are now: it takes the learner off the
   * work list until the next absence, or for two weeks where no service follows.
   */
  note: command({
    mayCall: mayNote,
    changes: ['contacts', 'learners'],
    input: contactFacts,
    output: z.object({ contactId: recordId }),
  }),
  /** Takes back a contact noted by mistake; the record of changes keeps what it said. */
  withdraw: command({
    mayCall: mayNote,
    changes: ['contacts', 'learners'],
    input: z.object({ contactId: recordId }),
    output: z.object({}),
  }),
}
