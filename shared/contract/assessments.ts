import * as z from 'zod'
import { formAsKept } from '../rules/assessmentChecks.ts'
import { skillAreas, testedAreas } from '../values/vocabulary.ts'
import { learnerName, sectionReference } from './learnerFacts.ts'
import { command, query } from './useCase.ts'
import { isoDate, optionalText, recordId, requiredText } from './values.ts'

export const assessment = z.object({
  id: recordId,
  learnerId: recordId,
  instrument: z.string(),
  skillArea: z.enum(testedAreas),
  form: z.string(),
  testedOn: isoDate,
  score: z.int().nullable(),
  scoreText: z.string(),
  /** NRS level 1–6, 7 for above 6, null if unknown. */
  level: z.int().min(1).max(7).nullable(),
  accurate: z.boolean(),
  /** The publisher's word for a score above what the form measures well: it counts, and a harder form comes next. */
  conservativeEstimate: z.boolean(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  sameFormReason: z.string().nullable(),
  /** Why it was given before its instrument's hours. */
  earlyReason: z.string().nullable(),
})
export type AssessmentRecord = z.infer<typeof assessment>

/** One test as typed. The score is text: `212`, `*`, `N/A`, `O/R`, `556*`. */
export const assessmentEntry = z.object({
  learnerId: recordId,
  instrument: requiredText(),
  skillArea: z.enum(skillAreas),
  form: requiredText(20).transform(formAsKept),
  testedOn: isoDate,
  scoreText: requiredText(10),
  sameFormReason: optionalText(500).default(null),
  earlyReason: optionalText(500).default(null),
})
export type AssessmentEntry = z.infer<typeof assessmentEntry>

/** Hours of instruction on a day or over a period, both days included; an absence is a row of none. */
const hoursAttended = z.object({ from: isoDate, to: isoDate, hours: z.number() })

const sectionMemberForEntry = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  /** Newest first, so that the grid can warn of a repeated form and show where the learner stands. */
  assessments: z.array(assessment),
  /** Hours that may lie between those tests and the next, to tell whether it comes too early. */
  attended: z.array(hoursAttended),
})
export type SectionMemberForEntry = z.infer<typeof sectionMemberForEntry>

const sectionForEntry = z.object({ section: sectionReference, members: z.array(sectionMemberForEntry) })
export type SectionForEntry = z.infer<typeof sectionForEntry>

export const assessments = {
  /** Every test of a learner, newest first; voided ones too. */
  ofLearner: query({
    mayCall: 'signedIn',
    reads: ['assessments'],
    input: z.object({ learnerId: recordId }),
    output: z.array(assessment),
  }),
  /** A learner's hours since the tests that the next one may be compared with: tells whether it comes too early. */
  attended: query({
    mayCall: 'signedIn',
    reads: ['assessments', 'attendance'],
    input: z.object({ learnerId: recordId }),
    output: z.array(hoursAttended),
  }),
  /** A class with those who sit in it now, by name, and their tests so far: for the entry grid. */
  ofSection: query({
    mayCall: 'signedIn',
    reads: ['assessments', 'sections', 'learners', 'attendance'],
    input: z.object({ sectionId: recordId }),
    output: sectionForEntry,
  }),
  /** Records one test or a whole class: all of them, or none with every problem named by its row. */
  record: command({
    mayCall: ['instructor', 'coordinator', 'director'],
    changes: ['assessments', 'learners'],
    input: z.object({
      entries: z.array(assessmentEntry).min(1, { error: 'chooseOne' }).max(500, { error: 'tooMany' }),
      sectionId: recordId.nullable(),
    }),
    output: z.array(assessment),
  }),
  /** Notes or changes why a recorded post-test came before its hours. */
  explainEarly: command({
    mayCall: ['instructor', 'coordinator', 'director'],
    changes: ['assessments', 'learners'],
    input: z.object({ id: recordId, earlyReason: requiredText(500) }),
    output: assessment,
  }),
  /** Takes a test out of every count; it stays in the history with its reason. */
  void: command({
    mayCall: ['instructor', 'coordinator', 'director'],
    changes: ['assessments', 'learners'],
    input: z.object({ id: recordId, reason: requiredText(500) }),
    output: assessment,
  }),
  /** Lets a voided test count again. */
  restore: command({
    mayCall: ['instructor', 'coordinator', 'director'],
    changes: ['assessments', 'learners'],
    input: z.object({ id: recordId }),
    output: assessment,
  }),
}
