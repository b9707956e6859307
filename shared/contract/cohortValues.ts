import * as z from 'zod'
import {
  attemptResults,
  cohortStates,
  deliveryFeatures,
  leavingReasons,
  memberOutcomes,
  staffDuties,
} from '../values/vocabulary.ts'
import { learnerName } from './learnerFacts.ts'
import { bothLanguages, isoDate, optionalText, recordId, requiredText } from './values.ts'

const count = z.int().min(0)

/** An NRS level, 1 to 6, or 7 for *above 6*. */
export const levelNumber = z.int().min(1).max(7)

/** The counts of `shared/rules/completion.ts` for one group on one date. */
export const completionCounts = z.object({
  didNotStart: count,
  notYetStarted: count,
  enrolled: count,
  completed: count,
  withdrew: count,
  excluded: count,
  stillIn: count,
})

/** The counts of `shared/rules/certificationCounts.ts` for one group on one date. */
export const certificationCounts = z.object({
  candidates: count,
  completers: count,
  parts: z.array(
    z.object({ part: z.string(), name: bothLanguages, tested: count, passedFirst: count, passed: count }),
  ),
  testedAll: count,
  passedAllFirst: count,
  certified: count,
  certifiedCompleters: count,
  pending: count,
  completersNotTested: count,
})
export type CertificationCountsWithNames = z.infer<typeof certificationCounts>

export const cohortStaff = z.object({ name: requiredText(), duty: z.enum(staffDuties) })

/** A feature with what is worth saying about it: the hours in the language lab, who supplies the site. */
export const cohortFeature = z.object({ feature: z.enum(deliveryFeatures), detail: optionalText(200) })

/** What failed and what to change, written at the close. */
export const cohortLessons = z.object({ whatFailed: requiredText(4000), whatToChange: requiredText(4000) })
export type CohortLessons = z.infer<typeof cohortLessons>

/** What a person writes down about a cohort. */
export const cohortFacts = z.object({
  code: requiredText(40),
  trackId: recordId,
  /** Null where the members take no certification, or it is not known yet. */
  credentialId: recordId.nullable(),
  site: requiredText(100),
  term: optionalText(60).default(null),
  startDate: isoDate,
  endDate: isoDate,
  /** Null where the group has no limit. */
  seats: z.int().min(1).max(1000).nullable(),
  staff: z.array(cohortStaff).max(20).default([]),
  deliveryFeatures: z.array(cohortFeature).max(deliveryFeatures.length).default([]),
})
export type CohortFacts = z.infer<typeof cohortFacts>

export const cohortSummary = z.object({
  id: recordId,
  code: z.string(),
  trackId: recordId,
  trackName: bothLanguages,
  site: z.string(),
  startDate: isoDate,
  endDate: isoDate,
  closedOn: isoDate.nullable(),
  state: z.enum(cohortStates),
  seats: z.int().nullable(),
  /** Negative where more people were imported than there are seats; null without a limit. */
  seatsLeft: z.int().nullable(),
  members: count,
  completion: completionCounts,
  /** Null for a cohort without a credential. */
  certification: certificationCounts.nullable(),
})
export type CohortSummary = z.infer<typeof cohortSummary>

const person = {
  memberId: recordId,
  learnerId: recordId,
  ...learnerName.shape,
  studentId: z.string().nullable(),
}

/** Something to act on before a limit or window passes, or to know that it has. */
export const memberWarning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('windowCloses'), on: isoDate, daysLeft: z.int() }),
  z.object({ kind: z.literal('windowClosed'), on: isoDate }),
  z.object({ kind: z.literal('lastAttempt'), part: z.string() }),
  z.object({ kind: z.literal('noAttemptsLeft'), part: z.string() }),
])
export type MemberWarning = z.infer<typeof memberWarning>

export const cohortMember = z.object({
  ...person,
  screeningId: recordId.nullable(),
  entryLevel: levelNumber.nullable(),
  startedOn: isoDate.nullable(),
  outcome: z.enum(memberOutcomes),
  outcomeOn: isoDate.nullable(),
  reason: z.enum(leavingReasons).nullable(),
  reasonNote: z.string().nullable(),
  /** Where the member stands on the as-of date. */
  status: z.enum([...memberOutcomes, 'notYetStarted']),
  certifiedOn: isoDate.nullable(),
  pending: z.boolean(),
  windowCloses: isoDate.nullable(),
  warnings: z.array(memberWarning),
})
export type CohortMember = z.infer<typeof cohortMember>

export const attempt = z.object({
  part: z.string(),
  number: z.int().min(1).max(20),
  takenOn: isoDate,
  result: z.enum(attemptResults),
  overrideReason: z.string().nullable(),
})
export type Attempt = z.infer<typeof attempt>

export const partStanding = z.object({
  part: z.string(),
  passedOn: isoDate.nullable(),
  waiting: z.boolean(),
  attemptsUsed: count,
  attemptsLeft: count.nullable(),
})

/** One member's line in the grid of attempts. */
export const attemptRow = z.object({
  ...person,
  status: z.enum([...memberOutcomes, 'notYetStarted']),
  startedOn: isoDate.nullable(),
  completedOn: isoDate.nullable(),
  attempts: z.array(attempt),
  parts: z.array(partStanding),
  certifiedOn: isoDate.nullable(),
  pending: z.boolean(),
  windowCloses: isoDate.nullable(),
  warnings: z.array(memberWarning),
})
export type AttemptRow = z.infer<typeof attemptRow>
