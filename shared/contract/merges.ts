import * as z from 'zod'
import { attendanceMarks } from '../rules/attendance.ts'
import { factChoices, factReasons, mergedFacts, mergeSides } from '../rules/merging.ts'
import { movedKinds } from '../values/merges.ts'
import { attemptResults, memberOutcomes, testedAreas, type Role } from '../values/vocabulary.ts'
import { auditRow } from './audit.ts'
import { learnerName, trackReference } from './learnerFacts.ts'
import { command, query } from './useCase.ts'
import { bothLanguages, isoDate, listWindow, recordId } from './values.ts'

/** Who makes one record of two: those who look after the learners, and those who check the data. */
export const mayMerge = ['coordinator', 'director', 'staff'] as const satisfies readonly Role[]

const mergedPerson = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  createdAt: z.string(),
})
export type MergedPerson = z.infer<typeof mergedPerson>

const factValue = z.union([z.string(), z.number()]).nullable()
const factOrigin = z.object({
  kind: z.enum(['file', 'typed', 'sample', 'unknown']),
  at: z.string().nullable(),
})

/** One fact of both records, and which of them the one record would have. */
export const mergedFact = z.object({
  fact: z.enum(mergedFacts),
  kept: factValue,
  other: factValue,
  keptOrigin: factOrigin,
  otherOrigin: factOrigin,
  proposed: z.enum(factChoices),
  reason: z.enum(factReasons),
})
export type MergedFactRow = z.infer<typeof mergedFact>

/** Both records have it, though it happened once; `proposed` is null where somebody has to say which counts. */
const double = <Kind extends string, About extends z.ZodRawShape, Side extends z.ZodRawShape>(
  kind: Kind,
  about: About,
  side: Side,
) =>
  z.object({
    kind: z.literal(kind),
    key: z.string(),
    proposed: z.enum(mergeSides).nullable(),
    about: z.object(about),
    kept: z.object(side),
    other: z.object(side),
  })

export const mergeDouble = z.discriminatedUnion('kind', [
  double(
    'assessment',
    { instrument: z.string(), skillArea: z.enum(testedAreas), form: z.string(), testedOn: isoDate },
    { scoreText: z.string(), level: z.int().nullable(), accurate: z.boolean() },
  ),
  double(
    'attendance',
    { sectionCode: z.string(), heldOn: isoDate },
    { mark: z.enum(attendanceMarks), minutes: z.number().nullable() },
  ),
  double(
    'hours',
    {
      sectionCode: z.string().nullable(),
      cohortCode: z.string().nullable(),
      /** Key of a component; `instructionHours.components` has its name. */
      component: z.string(),
    },
    { periodFrom: isoDate, periodTo: isoDate, hours: z.number(), possibleHours: z.number().nullable() },
  ),
  double('waitingPlace', { track: bothLanguages }, { place: z.int(), addedOn: isoDate }),
  double(
    'cohortMember',
    { cohortCode: z.string() },
    { outcome: z.enum(memberOutcomes), outcomeOn: isoDate.nullable(), startedOn: isoDate.nullable() },
  ),
  double(
    'attempt',
    { cohortCode: z.string(), partName: bothLanguages, takenOn: isoDate },
    { result: z.enum(attemptResults) },
  ),
])
export type MergeDouble = z.infer<typeof mergeDouble>

/** What to know before two records become one; with `tooManyPhones` they cannot yet. */
export const mergeWarning = z.object({
  code: z.enum(['tooManyPhones', 'distinct', 'birthDates', 'closedCohort', 'sameScreening', 'hoursBeside']),
  /** Codes of cohorts or classes, days; empty where there is nothing to name. */
  names: z.array(z.string()),
  count: z.int(),
})
export type MergeWarning = z.infer<typeof mergeWarning>

const counted = z.object({ kind: z.enum(movedKinds), count: z.int().positive() })
export type MovedCount = z.infer<typeof counted>

const pair = { keptId: recordId, otherId: recordId }

export const mergePreview = z.object({
  /** Send it back with the merge: records that changed meanwhile are not merged unseen. */
  signature: z.string(),
  kept: mergedPerson,
  other: mergedPerson,
  facts: z.array(mergedFact),
  /** Tracks that the facts name. */
  tracks: z.array(trackReference),
  phones: z.array(z.string()),
  studentIds: z.array(z.string()),
  moves: z.array(counted),
  doubles: z.array(mergeDouble),
  sharedClasses: z.array(
    z.object({ code: z.string(), startDate: isoDate.nullable(), endDate: isoDate.nullable() }),
  ),
  warnings: z.array(mergeWarning),
})
export type MergePreview = z.infer<typeof mergePreview>

/** A merge that stands. */
export const pastMerge = z.object({
  mergeId: recordId,
  kept: mergedPerson,
  other: mergedPerson,
  mergedAt: z.string(),
  mergedByName: z.string(),
  /** A later merge of the same record comes apart first. */
  isNewest: z.boolean(),
})
export type PastMerge = z.infer<typeof pastMerge>

const stayingValue = z.object({
  /** What it is of: the record itself, or one of its entries. */
  table: z.string(),
  field: z.string(),
  now: z.string().nullable(),
  before: z.string().nullable(),
})

export const unmergePreview = z.object({
  signature: z.string(),
  merge: pastMerge,
  /** Entries that go back to the other record, with those that were left out. */
  returns: z.array(counted),
  /** Values changed since: they stay as they are. */
  staying: z.array(stayingValue),
  /** Entries left out of the merge that cannot come back. */
  lost: z.int(),
  /** What was recorded about the person since, the newest first: it stays with the kept record. */
  since: z.object({ total: z.int(), rows: z.array(auditRow) }),
})
export type UnmergePreview = z.infer<typeof unmergePreview>

const reads = [
  'learners',
  'assessments',
  'attendance',
  'sections',
  'cohorts',
  'screenings',
  'waitlist',
] as const
const changes = [...reads, 'dataChecks', 'audit', 'imports'] as const

/** Two records of one person become one, and two again. */
export const merges = {
  /** Both records side by side: facts, what moves, what stands in both, what to know before. */
  preview: query({ mayCall: mayMerge, reads, input: z.object(pair), output: mergePreview }),
  /** Makes one record of two; refused while it is not said which of two entries counts. */
  merge: command({
    mayCall: mayMerge,
    changes,
    input: z.object({
      ...pair,
      signature: z.string(),
      facts: z.partialRecord(z.enum(mergedFacts), z.enum(factChoices)).default({}),
      doubles: z.record(z.string(), z.enum(mergeSides)).default({}),
    }),
    output: z.object({ mergeId: recordId }),
  }),
  /** The merges that stand, the newest first. */
  list: query({
    mayCall: mayMerge,
    reads: ['learners'],
    input: z.object(listWindow),
    output: z.object({ total: z.int(), rows: z.array(pastMerge) }),
  }),
  /** The merges into one record, the newest first. */
  ofLearner: query({
    mayCall: mayMerge,
    reads: ['learners'],
    input: z.object({ learnerId: recordId }),
    output: z.array(pastMerge),
  }),
  /** What taking a merge back would do. */
  unmergePreview: query({
    mayCall: mayMerge,
    reads,
    input: z.object({ mergeId: recordId }),
    output: unmergePreview,
  }),
  /** Brings both records back; what was recorded since stays with the kept one. */
  unmerge: command({
    mayCall: mayMerge,
    changes,
    input: z.object({ mergeId: recordId, signature: z.string() }),
    output: z.object({ keptId: recordId, otherId: recordId }),
  }),
}
