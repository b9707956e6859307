import * as z from 'zod'
import {
  attemptResults,
  decisions,
  leavingReasons,
  memberOutcomes,
  testedAreas,
} from '../values/vocabulary.ts'
import { absenceReasons, contactOccasions, contactResults } from '../values/contacts.ts'
import { screeningResults } from '../rules/screening/answers.ts'
import { trackReference } from './learnerFacts.ts'
import { isoDate, recordId } from './values.ts'

/** Every entry has the day under which it stands; `id` is the number of the record behind it. */
const entry = { id: recordId, on: isoDate }
const ofTrack = { track: trackReference }
const ofCohort = { cohortId: recordId, cohortCode: z.string(), ...ofTrack }

export const timelineEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assessment'),
    ...entry,
    instrument: z.string(),
    skillArea: z.enum(testedAreas),
    form: z.string(),
    score: z.int().nullable(),
    /** As the publisher prints it, for results that are not a number. */
    scoreText: z.string(),
    level: z.int().nullable(),
    accurate: z.boolean(),
    voided: z.boolean(),
    voidReason: z.string().nullable(),
    /** Why the same form was given again so soon. */
    sameFormReason: z.string().nullable(),
    /** Why it was given before its instrument's hours. */
    earlyReason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('screening'),
    ...entry,
    ...ofTrack,
    startDate: isoDate,
    result: z.enum(screeningResults),
    withinReach: z.boolean(),
  }),
  z.object({
    kind: z.literal('decision'),
    ...entry,
    ...ofTrack,
    screeningId: recordId,
    decision: z.enum(decisions),
    reason: z.string().nullable(),
    decidedByName: z.string(),
  }),
  z.object({
    kind: z.literal('waitlist'),
    ...entry,
    ...ofTrack,
    change: z.enum(['added', 'removed']),
    lookAgainOn: isoDate.nullable(),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('cohortStart'),
    ...entry,
    ...ofCohort,
    site: z.string(),
    /** False while the learner has a seat and has not begun. */
    started: z.boolean(),
  }),
  z.object({
    kind: z.literal('cohortEnd'),
    ...entry,
    ...ofCohort,
    outcome: z.enum(memberOutcomes),
    reason: z.enum(leavingReasons).nullable(),
  }),
  z.object({
    kind: z.literal('attempt'),
    ...entry,
    ...ofCohort,
    partKey: z.string(),
    partName: z.object({ en: z.string(), es: z.string() }),
    number: z.int(),
    result: z.enum(attemptResults),
  }),
  z.object({
    kind: z.literal('contact'),
    ...entry,
    occasion: z.enum(contactOccasions),
    /** The class that was missed; null for an exit coming near. */
    sectionCode: z.string().nullable(),
    result: z.enum(contactResults),
    reason: z.enum(absenceReasons).nullable(),
    byName: z.string(),
  }),
])
export type TimelineEntry = z.infer<typeof timelineEntry>

/** Newest first. */
export const learnerTimeline = z.array(timelineEntry)
