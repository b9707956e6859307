import * as z from 'zod'
import { learnerName } from './learnerFacts.ts'
import { query, type MayCall } from './useCase.ts'
import type { Topic } from './topics.ts'
import { originOf } from './origins.ts'
import { bothLanguages, isoDate, listWindow, recordId } from './values.ts'

/** Word lists of `shared/texts/<lang>/words.json` whose words stand in explanations. */
const explainedWords = [
  'attendanceMarks',
  'attemptResults',
  'leavingReasons',
  'learnerStatuses',
  'memberOutcomes',
  'memberStatuses',
  'screeningResults',
  'answerStates',
  'skillAreas',
] as const

/** Short remarks beside a person or record, each with its own words on the page. */
export const explainedRemarks = [
  'added',
  'certified',
  'erased',
  'grewBy',
  'hoursBetween',
  'hoursSince',
  'hoursWithoutTest',
  'levels',
  'lookAgain',
  'missed',
  'noPreTest',
  'levelUnknown',
  'preTestUnusable',
  'noPostTest',
  'postTestUnusable',
  'postLevelUnknown',
  'tooFewHours',
  'hoursUnknown',
  'earlyBecause',
  'ends',
  'entryLevel',
  'exited',
  'levelGain',
  'trainingGain',
  'sameForm',
  'otherGeneration',
  'points',
  'shareOfPeriod',
  'stillIn',
  'windowCloses',
  'lastAttempt',
  'lastService',
  'noAttemptsLeft',
  'withinReach',
] as const
export type ExplainedRemark = (typeof explainedRemarks)[number]

/** One value beside a person or record; its kind says how the page writes it. */
export const explainedFact = z.discriminatedUnion('kind', [
  /** A code, a form, a score: written the same in every language. */
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('name'), name: bothLanguages }),
  z.object({ kind: z.literal('day'), day: isoDate }),
  z.object({ kind: z.literal('span'), from: isoDate, to: isoDate }),
  z.object({ kind: z.literal('hours'), hours: z.number() }),
  /** An NRS level 1 to 7; null: not known. */
  z.object({ kind: z.literal('level'), level: z.int().nullable() }),
  z.object({ kind: z.literal('word'), list: z.enum(explainedWords), word: z.string() }),
  z.object({
    kind: z.literal('remark'),
    remark: z.enum(explainedRemarks),
    day: isoDate.optional(),
    number: z.number().optional(),
  }),
])
export type ExplainedFact = z.infer<typeof explainedFact>

/** A person or record behind a number. */
export const explainedRow = z.object({
  id: z.string(),
  learner: learnerName.extend({ learnerId: recordId, studentId: z.string().nullable() }).nullable(),
  /** What stands there instead of a person, with its place in the app. */
  record: z
    .object({
      screen: z.enum(['attendance', 'class', 'cohort', 'import']),
      recordId,
      name: z.string(),
    })
    .nullable(),
  facts: z.array(explainedFact),
  /** What it adds to a number that is a sum, in the unit of the number. */
  adds: z.number().nullable(),
  /** The records that its values were read from: `origins.of` says of each where they come from. */
  sources: z.array(originOf),
})
export type ExplainedRow = z.infer<typeof explainedRow>

/** The number itself, worked out anew by the rule that the screen uses. */
export const explainedValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: z.int() }),
  z.object({ kind: z.literal('rate'), numerator: z.int(), denominator: z.int() }),
  z.object({ kind: z.literal('hours'), hours: z.number(), isEstimate: z.boolean() }),
  /** Hours missing until the next test, and those since the last one; null without a test or a rule for it. */
  z.object({
    kind: z.literal('hoursMissing'),
    hours: z.number(),
    isEstimate: z.boolean(),
    missing: z.number().nullable(),
  }),
  /** Hours for each level gained; null while nobody gained one. */
  z.object({
    kind: z.literal('hoursPerLevel'),
    hours: z.number(),
    levels: z.int(),
    hoursPerLevel: z.number().nullable(),
  }),
  z.object({ kind: z.literal('level'), level: z.int().nullable() }),
  /** Seats of a cohort: null without a limit; `left` is null too for whoever sees some of the members only. */
  z.object({ kind: z.literal('seatsLeft'), seats: z.int().nullable(), left: z.int().nullable() }),
  /** From the level of one test to that of the other; `levels` is null where nothing was measured, 0 or below no gain. */
  z.object({
    kind: z.literal('levelsGained'),
    from: z.int().nullable(),
    to: z.int().nullable(),
    levels: z.int().nullable(),
  }),
  /** The hours that half of those who went before needed, over `n` pairs of tests; null where it can't be said. */
  z.object({
    kind: z.literal('likelyHours'),
    n: z.int(),
    from: z.int().nullable(),
    to: z.int().nullable(),
  }),
])
export type ExplainedValue = z.infer<typeof explainedValue>

/** The parts in which the people or records are listed: numerator and denominator, for instance. */
export const explainedGroups = [
  'everyone',
  'numerator',
  'denominator',
  'gained',
  'noGain',
  'notMeasured',
] as const
export type ExplainedGroup = (typeof explainedGroups)[number]

const explanationShape = z.object({
  /** The day for which it is true. */
  asOf: isoDate,
  value: explainedValue,
  /** The first is listed unless another is asked for. */
  groups: z
    .array(
      z.object({
        id: z.enum(explainedGroups),
        total: z.int(),
        /** What the rows add up to, where they add other than one each. */
        sum: z.number().nullable(),
      }),
    )
    .min(1),
  /** A window of the group asked for. */
  rows: z.array(explainedRow),
  /** True: the caller reads numbers, and not who is behind them; `rows` is empty. */
  isNameless: z.boolean(),
})
/** Named, so that the compiler need not write it out for each use case that answers with it. */
export interface Explanation extends z.infer<typeof explanationShape> {}
export const explanation: z.ZodType<Explanation> = explanationShape

/** Which part of an explanation is asked for, and which window of it. */
export const explanationWindow = { group: z.enum(explainedGroups).nullable().default(null), ...listWindow }

/**
 * A use case that explains numbers of one kind. Who may call it is the same as for the number itself, so that both
 * reach equally far.
 */
export const explains = <Shape extends z.ZodRawShape>(definition: {
  mayCall: MayCall
  reads: readonly Topic[]
  input: z.ZodObject<Shape>
}) =>
  query({
    mayCall: definition.mayCall,
    reads: definition.reads,
    input: definition.input.extend(explanationWindow),
    output: explanation,
  })
