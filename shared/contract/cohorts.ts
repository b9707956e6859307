import * as z from 'zod'
import { cohortStates, leavingReasons, memberOutcomes } from '../values/vocabulary.ts'
import {
  certificationCounts,
  cohortFacts,
  cohortLessons,
  cohortMember,
  cohortSummary,
  completionCounts,
  levelNumber,
} from './cohortValues.ts'
import { credential } from './tracks.ts'
import { disclosure } from './disclosure.ts'
import { command, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, listWindow, optionalText, recordId } from './values.ts'

/** Without a date, today. */
const asOf = isoDate.optional()
const cohortId = recordId
const nothing = z.object({})

const cohortFilters = {
  search: z.string().max(200).default(''),
  trackId: recordId.nullable().default(null),
  site: z.string().nullable().default(null),
  state: z.enum(cohortStates).nullable().default(null),
  /** Cohorts whose first day lies in the span. */
  startsFrom: isoDate.nullable().default(null),
  startsTo: isoDate.nullable().default(null),
}

export const cohortOrders = ['newestFirst', 'oldestFirst', 'code', 'site'] as const

export const cohortDetails = cohortSummary.extend({
  asOf: isoDate,
  term: z.string().nullable(),
  trackVersion: z.object({ id: recordId, version: z.int(), effectiveFrom: isoDate }).nullable(),
  credential: credential.nullable(),
  staff: cohortFacts.shape.staff,
  deliveryFeatures: cohortFacts.shape.deliveryFeatures,
  lessons: cohortLessons.nullable(),
  memberRows: z.array(cohortMember),
})
export type CohortDetails = z.infer<typeof cohortDetails>

/** A cohort in the comparison: its counts, and what might explain them. */
export const comparedCohort = cohortSummary.extend({
  staff: cohortFacts.shape.staff,
  deliveryFeatures: cohortFacts.shape.deliveryFeatures,
  lessons: cohortLessons.nullable(),
  withdrawals: z.array(z.object({ reason: z.enum(leavingReasons).nullable(), count: z.int() })),
  /** Members by entry level; null is not known. */
  entryLevels: z.array(
    z.object({ level: levelNumber.nullable(), completion: completionCounts, certified: z.int() }),
  ),
})
export type ComparedCohort = z.infer<typeof comparedCohort>

const memberChange = z.object({
  memberId: recordId,
  startedOn: isoDate.nullable(),
  outcome: z.enum(memberOutcomes),
  outcomeOn: isoDate.nullable(),
  reason: z.enum(leavingReasons).nullable(),
  reasonNote: optionalText(500).default(null),
  /** Left out, the level stays as it is. */
  entryLevel: levelNumber.nullable().optional(),
})
export type MemberChange = z.infer<typeof memberChange>

const director = ['director'] as const
const mayExport = ['staff', 'director', 'coordinator'] as const
const follows = ['director', 'coordinator'] as const
const learnerIds = z.array(recordId).max(500)

export const cohorts = {
  /** A window of cohorts with counts as of a date, and the sites to filter by. */
  list: query({
    mayCall: 'signedIn',
    reads: ['cohorts', 'tracks'],
    input: z.object({
      ...listWindow,
      ...cohortFilters,
      asOf,
      order: z.enum(cohortOrders).default('newestFirst'),
    }),
    output: z.object({ total: z.int(), rows: z.array(cohortSummary), sites: z.array(z.string()) }),
  }),
  /** The cohorts that the filters let through, with their counts, as a workbook. */
  export: longQuery({
    mayCall: mayExport,
    reads: ['cohorts', 'tracks'],
    input: z.object({
      ...cohortFilters,
      asOf,
      order: z.enum(cohortOrders).default('newestFirst'),
      language,
      disclosure,
    }),
    output: fileTicket,
  }),
  /** The members of one cohort as a workbook. */
  exportMembers: longQuery({
    mayCall: mayExport,
    reads: ['cohorts', 'tracks', 'learners'],
    input: z.object({ cohortId, asOf, language, disclosure }),
    output: fileTicket,
  }),
  /** One cohort with its members, as of a date. */
  get: query({
    mayCall: 'signedIn',
    reads: ['cohorts', 'tracks', 'learners'],
    input: z.object({ cohortId, asOf }),
    output: cohortDetails,
  }),
  /**
   * Forms a cohort. The rules version is the one in force on the first day. With `screeningId` every member
   * must have been invited in that screening.
   */
  create: command({
    mayCall: director,
    changes: ['cohorts', 'screenings', 'waitlist'],
    input: cohortFacts.extend({
      memberLearnerIds: learnerIds.default([]),
      screeningId: recordId.nullable().default(null),
    }),
    output: z.object({ cohortId }),
  }),
  /** Changes what is written about a cohort; its dates must still fit its members. */
  change: command({
    mayCall: director,
    changes: ['cohorts'],
    input: cohortFacts.extend({ cohortId }),
    output: nothing,
  }),
  /** Removes a cohort that has no members. */
  remove: command({
    mayCall: director,
    changes: ['cohorts'],
    input: z.object({ cohortId }),
    output: nothing,
  }),
  /** Closes a cohort whose members all have an outcome, with what was learned. */
  close: command({
    mayCall: director,
    changes: ['cohorts'],
    input: z.object({ cohortId, closedOn: isoDate, lessons: cohortLessons }),
    output: nothing,
  }),
  /** Opens a closed cohort again for a correction; its lessons stay. */
  reopen: command({
    mayCall: director,
    changes: ['cohorts'],
    input: z.object({ cohortId, reason: optionalText(500) }),
    output: nothing,
  }),
  /** Writes lessons down at any time, also after the close. */
  writeLessons: command({
    mayCall: follows,
    changes: ['cohorts'],
    input: z.object({ cohortId, lessons: cohortLessons }),
    output: nothing,
  }),
  /** Adds learners who are not members yet. Their entry level is worked out from their tests. */
  addMembers: command({
    mayCall: follows,
    changes: ['cohorts', 'screenings', 'waitlist'],
    input: z.object({
      cohortId,
      learnerIds: learnerIds.min(1, { error: 'chooseOne' }),
      screeningId: recordId.nullable().default(null),
    }),
    output: z.object({ added: z.int(), alreadyIn: z.int() }),
  }),
  /** Takes a member off the list: before the first day, or later as a mistake, with the reason. */
  removeMember: command({
    mayCall: follows,
    changes: ['cohorts'],
    input: z.object({ memberId: recordId, reason: optionalText(500) }),
    output: nothing,
  }),
  /** Records starts and outcomes of many members at once: all of them or none. */
  changeMembers: command({
    mayCall: follows,
    changes: ['cohorts'],
    input: z.object({
      cohortId,
      members: z.array(memberChange).min(1, { error: 'chooseOne' }).max(500),
    }),
    output: nothing,
  }),
  /** Several cohorts side by side, and all of them taken together. */
  compare: query({
    mayCall: 'signedIn',
    reads: ['cohorts', 'tracks'],
    input: z.object({
      cohortIds: z.array(recordId).min(1, { error: 'chooseOne' }).max(24, { error: 'tooLarge' }),
      asOf,
    }),
    output: z.object({
      asOf: isoDate,
      cohorts: z.array(comparedCohort),
      together: z.object({
        completion: completionCounts,
        /** Null where the cohorts do not share one credential. */
        certification: certificationCounts.nullable(),
      }),
    }),
  }),
}
