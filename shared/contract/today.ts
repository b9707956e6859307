import * as z from 'zod'
import { memberWarning } from './cohortValues.ts'
import { query } from './useCase.ts'
import { bothLanguages, isoDate, recordId } from './values.ts'
import { workLists } from './workLists.ts'

const cohortOfToday = z.object({
  cohortId: recordId,
  code: z.string(),
  trackName: bothLanguages,
  site: z.string(),
  startDate: isoDate,
  endDate: isoDate,
  /** Members still in, of those enrolled. */
  stillIn: z.int(),
  enrolled: z.int(),
  seatsLeft: z.int().nullable(),
})
export type CohortOfToday = z.infer<typeof cohortOfToday>

/** What waits for somebody today. Every list is whole; the page shows its beginning and says how many. */
export const overview = z.object({
  learners: z.object({ active: z.int(), neverTested: z.int() }),
  running: z.array(cohortOfToday),
  upcoming: z.array(cohortOfToday),
  /** Past their last day, with members who have no outcome yet. */
  withoutOutcomes: z.array(cohortOfToday),
  /** People on the way to a credential whose window or attempts run out, the soonest first. */
  warnings: z.array(
    z.object({
      learnerId: recordId,
      learnerName: z.string(),
      cohortId: recordId,
      cohortCode: z.string(),
      warning: memberWarning,
      partName: bothLanguages.nullable(),
    }),
  ),
  /** Waiting lists with somebody on them; `lookAgain` counts those whose date has come. */
  waitlists: z.array(
    z.object({ trackId: recordId, trackName: bothLanguages, waiting: z.int(), lookAgain: z.int() }),
  ),
})
export type Overview = z.infer<typeof overview>

export const today = {
  overview: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'cohorts', 'waitlist', 'tracks'],
    input: z.object({}),
    output: overview,
  }),
  /** Who is due for a test, absent in a row or waiting for a screening. */
  workLists: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'instruments', 'attendance', 'sections', 'screenings', 'tracks'],
    input: z.object({}),
    output: workLists,
  }),
}
