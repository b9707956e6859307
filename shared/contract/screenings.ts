import * as z from 'zod'
import { screeningResults } from '../rules/screening/answers.ts'
import { decisions } from '../values/vocabulary.ts'
import { learnerFilters } from './learners.ts'
import { requirement } from './requirements.ts'
import { nextStep, requirementAnswer } from './screeningAnswers.ts'
import { disclosure } from './disclosure.ts'
import { command, longCommand, longQuery, query } from './useCase.ts'
import { bothLanguages, fileTicket, isoDate, language, listWindow, optionalText, recordId } from './values.ts'

const someLearners = z.array(recordId).max(50_000, { error: 'tooMany' })

/** Whom a screening looks at. */
export const screeningPool = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allActive') }),
  z.object({ kind: z.literal('section'), sectionId: recordId }),
  z.object({ kind: z.literal('interested') }),
  z.object({ kind: z.literal('waitlist') }),
  z.object({ kind: z.literal('chosen'), learnerIds: someLearners }),
  /** Whom the learner list shows with these filters. */
  z.object({ kind: z.literal('filter'), filters: learnerFilters }),
])
export type ScreeningPool = z.infer<typeof screeningPool>

const choice = z.object({ trackId: recordId, startDate: isoDate, asOf: isoDate, pool: screeningPool })
export type ScreeningChoice = z.infer<typeof choice>

export const screeningCounts = z.object({
  total: z.int(),
  eligible: z.int(),
  needsInformation: z.int(),
  notYet: z.int(),
  /** Of the *not yet*: every unmet requirement is inside its margin. */
  withinReach: z.int(),
})
export type ScreeningCounts = z.infer<typeof screeningCounts>

/** How many learners one required requirement holds back, most first. */
export const holdingReason = z.object({
  key: z.string(),
  notMet: z.int(),
  unknown: z.int(),
  withinReach: z.int(),
  /** Nothing else required is unmet or unknown. */
  onlyThis: z.int(),
  /** Points missing, ascending, where the gap is known in points. */
  pointsBelow: z.array(z.number()).readonly(),
})
export type HoldingReasonCounts = z.infer<typeof holdingReason>

const photograph = z.object({
  trackVersionId: recordId,
  version: z.int(),
  rulesSince: isoDate,
  requirements: z.array(requirement).readonly(),
  counts: screeningCounts,
  reasons: z.array(holdingReason).readonly(),
})

const screeningRow = z.object({
  id: recordId,
  trackId: recordId,
  trackName: bothLanguages,
  startDate: isoDate,
  asOf: isoDate,
  pool: screeningPool,
  /** Name of the section, for a pool that is one. */
  sectionName: z.string().nullable(),
  counts: screeningCounts,
  createdAt: z.string(),
  createdByName: z.string(),
})
export type ScreeningRow = z.infer<typeof screeningRow>

const decisionCounts = z.object({ ...Object.fromEntries(decisions.map((one) => [one, z.int()])) } as {
  invite: z.ZodInt
  waitlist: z.ZodInt
  refer: z.ZodInt
  decline: z.ZodInt
})

/** A screening as it was; only the decisions beside it move on. */
export const screening = photograph.extend(screeningRow.omit({ counts: true }).shape).extend({
  trackCode: z.string(),
  decisions: decisionCounts,
})
export type Screening = z.infer<typeof screening>

export const decisionOptions = ['none', ...decisions] as const
export const resultFilter = z.object({
  search: z.string().trim().max(100).optional(),
  result: z.enum(screeningResults).optional(),
  /** Key of a required requirement that is unmet or unknown. */
  heldBackBy: z.string().max(100).optional(),
  /** With `heldBackBy`: unmet by at most so many points. */
  withinPoints: z.number().min(0).optional(),
  withinReach: z.boolean().optional(),
  decision: z.enum(decisionOptions).optional(),
})
export type ResultFilter = z.infer<typeof resultFilter>

export const resultOrders = ['preferred', 'name', 'result'] as const

export const learnerDecision = z.object({
  id: recordId,
  decision: z.enum(decisions),
  reason: z.string().nullable(),
  decidedAt: z.string(),
  decidedByName: z.string(),
})

export const resultRow = z.object({
  learnerId: recordId,
  learnerName: z.string(),
  studentId: z.string().nullable(),
  result: z.enum(screeningResults),
  withinReach: z.boolean(),
  preferredMet: z.int(),
  answers: z.array(requirementAnswer).readonly(),
  nextSteps: z.array(nextStep).readonly(),
  decision: learnerDecision.nullable(),
})
export type ResultRow = z.infer<typeof resultRow>

/** The chosen learners of a screening, or all that a filter shows. */
const whom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), learnerIds: someLearners }),
  z.object({ kind: z.literal('shown'), filter: resultFilter, exceptLearnerIds: someLearners.default([]) }),
])

/** Screenings: a track's rules over a pool on a date, kept as they were; decisions stand beside them. */
export const screenings = {
  /** The counts of a screening that is not kept. */
  preview: longQuery({
    mayCall: ['director', 'coordinator'],
    reads: ['tracks', 'learners', 'assessments', 'instruments', 'sections', 'waitlist'],
    input: choice,
    output: photograph,
  }),
  run: longCommand({
    mayCall: ['director'],
    changes: ['screenings'],
    input: choice,
    output: z.object({ screeningId: recordId, counts: screeningCounts }),
  }),
  list: query({
    mayCall: 'signedIn',
    reads: ['screenings'],
    input: z.object({ trackId: recordId.optional(), ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(screeningRow) }),
  }),
  get: query({
    mayCall: 'signedIn',
    reads: ['screenings'],
    input: z.object({ id: recordId }),
    output: screening,
  }),
  results: query({
    mayCall: 'signedIn',
    reads: ['screenings'],
    input: z.object({
      screeningId: recordId,
      filter: resultFilter.default({}),
      order: z.enum(resultOrders).default('preferred'),
      ...listWindow,
    }),
    output: z.object({ total: z.int(), rows: z.array(resultRow) }),
  }),
  /** One learner's answers with every decision, newest first. */
  result: query({
    mayCall: 'signedIn',
    reads: ['screenings'],
    input: z.object({ screeningId: recordId, learnerId: recordId }),
    output: resultRow.extend({ decisions: z.array(learnerDecision) }),
  }),
  /** What another threshold would change, on the facts of the screening. Changes nothing. */
  tryThreshold: longQuery({
    mayCall: ['director', 'coordinator'],
    reads: ['screenings'],
    input: z.object({ screeningId: recordId, key: z.string().max(100), threshold: z.number() }),
    output: z.object({
      eligibleNow: z.int(),
      eligibleThen: z.int(),
      newlyEligible: z.int(),
      noLongerEligible: z.int(),
      /** Names of the first twenty who would be newly eligible. */
      examples: z.array(z.object({ learnerId: recordId, learnerName: z.string() })),
    }),
  }),
  /** Decides for one or many. A decision against the result needs a reason. `waitlist` puts on the waiting list. */
  decide: command({
    mayCall: ['director'],
    changes: ['screenings', 'waitlist'],
    input: z.object({
      screeningId: recordId,
      whom,
      decision: z.enum(decisions),
      reason: optionalText(1000),
      lookAgainOn: isoDate.nullable().default(null),
    }),
    output: z.object({ decided: z.int(), decisionIds: z.array(recordId) }),
  }),
  /** Takes newest decisions back, with what they did to the waiting list; the ones before them count again. */
  undoDecisions: command({
    mayCall: ['director'],
    changes: ['screenings', 'waitlist'],
    input: z.object({ decisionIds: z.array(recordId).min(1).max(50_000) }),
    output: z.object({ undone: z.int() }),
  }),
  /** Whose newest decision is *invite*, by name: the members of a cohort to form. */
  invited: query({
    mayCall: 'signedIn',
    reads: ['screenings'],
    input: z.object({ screeningId: recordId }),
    output: z.array(z.object({ learnerId: recordId, learnerName: z.string() })),
  }),
  /** The results that a filter shows as an .xlsx file, every answer in words. */
  exportResults: longQuery({
    mayCall: ['director', 'coordinator', 'staff'],
    reads: ['screenings'],
    input: z.object({ screeningId: recordId, filter: resultFilter.default({}), language, disclosure }),
    output: fileTicket,
  }),
}
