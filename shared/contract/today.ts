import * as z from 'zod'
import { workListIds } from '../rules/workLists.ts'
import { disclosure } from './disclosure.ts'
import { longQuery, query } from './useCase.ts'
import { bothLanguages, fileTicket, isoDate, language, recordId } from './values.ts'
import { workList } from './workLists.ts'

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

/** How the program stands today, beside what waits for somebody. */
export const overview = z.object({
  learners: z.object({ active: z.int(), neverTested: z.int() }),
  running: z.array(cohortOfToday),
  upcoming: z.array(cohortOfToday),
  /** Waiting lists with somebody on them; `lookAgain` counts those whose date has come. */
  waitlists: z.array(
    z.object({ trackId: recordId, trackName: bothLanguages, waiting: z.int(), lookAgain: z.int() }),
  ),
})
export type Overview = z.infer<typeof overview>

/**
 * Whose work: of everybody in sight; of those who sit in a class of the caller's, or sat in one and sit in no
 * class now; or of those who sit in one class. Who sees their own classes alone has nothing but these.
 */
export const workOf = z.union([z.enum(['everybody', 'ownClasses']), recordId])
export type WorkOf = z.infer<typeof workOf>

const mayTakeOut = ['instructor', 'coordinator', 'director', 'staff'] as const
const whichList = { list: z.enum(workListIds), of: workOf.default('everybody') }
/** Everything that a work list rests on. */
export const readsLists = [
  'learners',
  'assessments',
  'instruments',
  'attendance',
  'contacts',
  'sections',
  'screenings',
  'waitlist',
  'cohorts',
  'tracks',
  'program',
] as const

export const today = {
  overview: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'cohorts', 'waitlist', 'tracks'],
    input: z.object({}),
    output: overview,
  }),
  /** The work lists of the caller's roles with how many rows each has, in the order of their work. */
  counts: query({
    mayCall: 'signedIn',
    reads: readsLists,
    input: z.object({ of: workOf.default('everybody') }),
    output: z.object({ lists: z.array(z.object({ list: z.enum(workListIds), count: z.int() })) }),
  }),
  /** A window of one list, the most urgent first. */
  workList: query({
    mayCall: 'signedIn',
    reads: readsLists,
    input: z.object({
      ...whichList,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(2000).default(100),
    }),
    output: workList,
  }),
  /** One whole list as it stands on paper: the cells of its workbook. */
  listOnPaper: query({
    mayCall: mayTakeOut,
    reads: readsLists,
    input: z.object({ ...whichList, language }),
    output: z.object({
      /** Whose work it is, in words; empty for everybody's. */
      of: z.array(z.string()),
      columns: z.array(z.object({ heading: z.string(), kind: z.enum(['text', 'number', 'date']) })),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
    }),
  }),
  /** One whole list as a workbook. */
  exportList: longQuery({
    mayCall: mayTakeOut,
    reads: readsLists,
    input: z.object({ ...whichList, language, disclosure }),
    output: fileTicket,
  }),
}
