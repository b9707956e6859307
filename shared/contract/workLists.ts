import * as z from 'zod'
import { absenceReasons, contactResults } from '../values/contacts.ts'
import { skillAreas } from '../values/vocabulary.ts'
import { memberWarning } from './cohortValues.ts'
import { learnerName } from './learnerFacts.ts'
import { bothLanguages, isoDate, recordId } from './values.ts'

const learner = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  /** Codes of the classes in which the learner sits now. */
  sections: z.array(z.string()),
})
export type LearnerToDo = z.infer<typeof learner>

/** The newest contact about the same thing, from before it asked again; null: nobody got in touch yet. */
const lastContact = z
  .object({ on: isoDate, result: z.enum(contactResults), reason: z.enum(absenceReasons).nullable() })
  .nullable()
export type LastContact = z.infer<typeof lastContact>

const wantsTrack = learner.extend({ trackId: recordId, trackName: bothLanguages })

/** A row of each list. */
export const workListRows = {
  /** A learner who may or should be tested again in an area. */
  postTests: learner.extend({
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
  }),
  /** A learner without any test that counts. */
  neverTested: learner.extend({ hours: z.number() }),
  /** A learner who missed the newest meetings of a class, and with whom nobody got in touch since. */
  absences: learner.extend({
    sectionId: recordId,
    sectionCode: z.string(),
    count: z.int(),
    since: isoDate,
    newest: isoDate,
    lastContact,
  }),
  /** A learner whose period of participation ends soon for want of any service. */
  exitNear: learner.extend({
    firstService: isoDate,
    lastService: isoDate,
    daysLeft: z.int(),
    /** Hours in the period that is about to end. */
    hours: z.number(),
    /** True from twelve hours on: the end will count as an exit. */
    isParticipant: z.boolean(),
    lastContact,
  }),
  /** A learner who wants a track that takes people, and whom no screening of it has looked at. */
  screeningAsked: wantsTrack,
  /** Somebody on a waiting list whose day to look again has come. */
  lookAgain: wantsTrack.extend({ lookAgainOn: isoDate, addedOn: isoDate }),
  /** Somebody whose exam window or attempts run out. */
  exams: learner.extend({
    cohortId: recordId,
    cohortCode: z.string(),
    memberId: recordId,
    warning: memberWarning,
    partName: bothLanguages.nullable(),
  }),
  /** A cohort at or past its end, with members who have no outcome yet. */
  outcomes: z.object({
    cohortId: recordId,
    code: z.string(),
    trackName: bothLanguages,
    site: z.string(),
    endDate: isoDate,
    /** Negative once it is over. */
    daysLeft: z.int(),
    /** Members without an outcome, of those enrolled. */
    stillIn: z.int(),
    enrolled: z.int(),
  }),
}
export type WorkListRows = { [List in keyof typeof workListRows]: z.infer<(typeof workListRows)[List]> }

export type DueForPostTest = WorkListRows['postTests']
export type NeverTested = WorkListRows['neverTested']
export type AbsentInARow = WorkListRows['absences']
export type ExitNear = WorkListRows['exitNear']
export type ScreeningAsked = WorkListRows['screeningAsked']
export type LookAgain = WorkListRows['lookAgain']
export type ExamToSit = WorkListRows['exams']
export type CohortWithoutOutcomes = WorkListRows['outcomes']

const rowsOf = <List extends keyof typeof workListRows>(list: List) =>
  z.object({ list: z.literal(list), total: z.int(), rows: z.array(workListRows[list]) })

/** A window of one list. */
export const workList = z.discriminatedUnion('list', [
  rowsOf('postTests'),
  rowsOf('neverTested'),
  rowsOf('absences'),
  rowsOf('exitNear'),
  rowsOf('screeningAsked'),
  rowsOf('lookAgain'),
  rowsOf('exams'),
  rowsOf('outcomes'),
])
