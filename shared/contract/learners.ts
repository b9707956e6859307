import * as z from 'zod'
import { duplicateReasons } from '../rules/duplicateReasons.ts'
import { learnerStatuses, skillAreas } from '../values/vocabulary.ts'
import {
  currentLevelRecord,
  learnerFacts,
  learnerPhone,
  learnerName,
  sectionReference,
  trackReference,
} from './learnerFacts.ts'
import { learnerTimeline } from './learnerTimeline.ts'
import { evidenceRecord } from './evidence.ts'
import { hoursRecord } from './instructionHours.ts'
import { disclosure } from './disclosure.ts'
import { command, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, listWindow, recordId } from './values.ts'

/** Which learners a list shows. Empty or null means that the filter is off. */
export const learnerFilters = z.object({
  /** Parts of names in any order, with or without accents; words with digits look in ids and phones. */
  text: z.string().max(200).default(''),
  status: z.array(z.enum(learnerStatuses)).default([]),
  sectionId: recordId.nullable().default(null),
  interestTrackId: recordId.nullable().default(null),
  /** The area that `levels`, `tested` and the sort by level speak of; null: the lowest of all areas. */
  skillArea: z.enum(skillAreas).nullable().default(null),
  /** Current levels to show, 1 to 7 (7: above 6). */
  levels: z.array(z.int().min(1).max(7)).default([]),
  /** True: only learners with a usable test (in the area, if one is chosen); false: only those without. */
  tested: z.boolean().nullable().default(null),
})
export type LearnerFilters = z.infer<typeof learnerFilters>

export const learnerSorts = ['name', 'studentId', 'section', 'level', 'lastTestedOn'] as const

export const learnerSort = z.object({
  by: z.enum(learnerSorts).default('name'),
  descending: z.boolean().default(false),
})
export type LearnerSort = z.infer<typeof learnerSort>

export const learnerRow = learnerName.extend({
  id: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  status: z.enum(learnerStatuses),
  /** The classes they sit in now. */
  sections: z.array(sectionReference),
  levels: z.array(currentLevelRecord),
  lastTestedOn: isoDate.nullable(),
  interestTrack: trackReference.nullable(),
})
export type LearnerRow = z.infer<typeof learnerRow>

/** Enough to tell two people of one name apart. */
export const learnerSummary = learnerName.extend({
  id: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  status: z.enum(learnerStatuses),
  sectionCodes: z.array(z.string()),
})
export type LearnerSummary = z.infer<typeof learnerSummary>

export const learnerRecord = learnerFacts.extend({
  id: recordId,
  /** Files may have brought more than a form takes: a record is readable all the same. */
  phones: z.array(learnerPhone),
  createdAt: z.string(),
  /** Send it back with a change: a record that somebody else changed meanwhile is not overwritten. */
  updatedAt: z.string(),
  interestTrack: trackReference.nullable(),
  sections: z.array(sectionReference),
  levels: z.array(currentLevelRecord),
  evidence: z.array(evidenceRecord),
  hours: z.array(hoursRecord),
})
export type LearnerRecord = z.infer<typeof learnerRecord>

/** SQLite takes 32,766 values in one statement. */
const mostAtOnce = 30_000

const onLearner = z.object({ learnerId: recordId })
const mayChange = ['coordinator', 'director'] as const

export const learners = {
  list: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'sections', 'tracks'],
    input: learnerFilters.extend({ sort: learnerSort.prefault({}), ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(learnerRow) }),
  }),
  /** The numbers of everybody in the filtered list, to do something with all of them at once. */
  matching: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'sections', 'tracks'],
    input: learnerFilters,
    output: z.object({ learnerIds: z.array(recordId) }),
  }),
  /** The best matches for what was typed, for pickers and the command palette. */
  search: query({
    mayCall: 'signedIn',
    reads: ['learners', 'sections'],
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }),
    output: z.array(learnerSummary),
  }),
  get: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'sections', 'tracks'],
    input: onLearner,
    output: learnerRecord,
  }),
  /** Everything that happened, newest first. */
  timeline: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'screenings', 'waitlist', 'cohorts', 'tracks'],
    input: onLearner,
    output: learnerTimeline,
  }),
  /**
   * Records that may be the same person, likeliest first. Works on what has been typed so far; for those who
   * add people, as they have to know everybody.
   */
  similar: query({
    mayCall: mayChange,
    reads: ['learners'],
    input: z.object({
      familyName: z.string().max(100).default(''),
      givenName: z.string().max(100).default(''),
      preferredName: z.string().max(100).nullable().default(null),
      birthDate: isoDate.nullable().default(null),
      studentId: z.string().max(40).nullable().default(null),
      phones: z.array(z.string().max(40)).max(10).default([]),
      exceptLearnerId: recordId.nullable().default(null),
    }),
    output: z.array(learnerSummary.extend({ reasons: z.array(z.enum(duplicateReasons)) })),
  }),
  create: command({
    mayCall: mayChange,
    changes: ['learners'],
    input: learnerFacts,
    output: z.object({ learnerId: recordId }),
  }),
  /** Replaces all facts and phones of one learner. */
  change: command({
    mayCall: mayChange,
    changes: ['learners'],
    input: learnerFacts.extend({ learnerId: recordId, updatedAt: z.string() }),
    output: z.object({ updatedAt: z.string() }),
  }),
  setStatus: command({
    mayCall: mayChange,
    changes: ['learners'],
    input: z.object({
      learnerIds: z.array(recordId).min(1, { error: 'chooseOne' }).max(mostAtOnce, { error: 'tooMany' }),
      status: z.enum(learnerStatuses),
    }),
    /** Those whose status was another, with what it was: enough to undo. */
    output: z.object({
      changed: z.array(z.object({ learnerId: recordId, before: z.enum(learnerStatuses) })),
    }),
  }),
  /** The filtered list as an .xlsx file. */
  export: longQuery({
    mayCall: ['staff', 'coordinator', 'director'],
    reads: ['learners', 'assessments', 'sections', 'tracks'],
    input: learnerFilters.extend({ sort: learnerSort.prefault({}), language, disclosure }),
    output: fileTicket,
  }),
}
