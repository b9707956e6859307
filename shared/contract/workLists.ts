import * as z from 'zod'
import { skillAreas } from '../values/vocabulary.ts'
import { learnerName } from './learnerFacts.ts'
import { bothLanguages, isoDate, recordId } from './values.ts'

const learner = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  /** Codes of the classes in which the learner sits now. */
  sections: z.array(z.string()),
})

/** A learner who may or should be tested again in an area. */
export const dueForPostTest = learner.extend({
  skillArea: z.enum(skillAreas),
  instrument: z.string(),
  lastForm: z.string(),
  lastTestedOn: isoDate,
  /** Hours of instruction since that test. */
  hours: z.number(),
  /** True if a total over a period had to be divided. */
  isEstimate: z.boolean(),
  state: z.enum(['due', 'overdue']),
  nextForm: z.string().nullable(),
  /** The test no longer counts: a pre-test on its successor is needed. */
  generationEnded: z.boolean(),
})
export type DueForPostTest = z.infer<typeof dueForPostTest>

/** A learner without any test that counts. */
export const neverTested = learner.extend({ hours: z.number() })
export type NeverTested = z.infer<typeof neverTested>

/** A learner who missed the newest meetings of a class. */
export const absentInARow = learner.extend({
  sectionId: recordId,
  sectionCode: z.string(),
  count: z.int(),
  since: isoDate,
})
export type AbsentInARow = z.infer<typeof absentInARow>

/** Learners who want a track and were never screened for it. */
export const screeningAsked = z.object({ trackId: recordId, trackName: bothLanguages, count: z.int() })
export type ScreeningAsked = z.infer<typeof screeningAsked>

/** What waits for each role, every list whole and the most urgent first. */
export const workLists = z.object({
  postTests: z.array(dueForPostTest),
  neverTested: z.array(neverTested),
  absences: z.array(absentInARow),
  screeningAsked: z.array(screeningAsked),
})
export type WorkLists = z.infer<typeof workLists>
