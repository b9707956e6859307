import * as z from 'zod'
import { command, query } from './useCase.ts'
import { bothLanguages, isoDate, recordId, requiredText } from './values.ts'

/** Hours of one component over a period, both days included. */
export const hoursFacts = z.object({
  /** The component of the course, as the requirements of the tracks name it. */
  component: requiredText(100),
  periodFrom: isoDate,
  periodTo: isoDate,
  hours: z.number().min(0).max(2000, { error: 'tooLarge' }),
  /** Hours offered in the period; null if only attended hours are known. */
  possibleHours: z.number().min(0).max(2000, { error: 'tooLarge' }).nullable().default(null),
  sectionId: recordId.nullable().default(null),
  cohortId: recordId.nullable().default(null),
})
export type HoursFacts = z.infer<typeof hoursFacts>

export const hoursRecord = hoursFacts.extend({ id: recordId })
export type HoursRecord = z.infer<typeof hoursRecord>

const mayRecord = ['instructor', 'coordinator', 'director'] as const

export const instructionHours = {
  /** Components of all tracks, to choose from; `key` is what `component` holds. */
  components: query({
    mayCall: 'signedIn',
    reads: ['tracks'],
    input: z.object({}),
    output: z.array(z.object({ key: z.string(), name: bothLanguages })),
  }),
  record: command({
    mayCall: mayRecord,
    changes: ['learners'],
    input: z.object({ learnerId: recordId, facts: hoursFacts }),
    output: z.object({ hoursId: recordId }),
  }),
  withdraw: command({
    mayCall: mayRecord,
    changes: ['learners'],
    input: z.object({ hoursId: recordId }),
    output: z.object({}),
  }),
}
