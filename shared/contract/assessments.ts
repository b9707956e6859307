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
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  sameFormReason: z.string().nullable(),
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
})
export type AssessmentEntry = z.infer<typeof assessmentEntry>

const sectionMemberForEntry = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  birthDate: isoDate.nullable(),
  /** Newest first, so that the grid can warn of a repeated form and show where the learner stands. */
  assessments: z.array(assessment),
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
  /** A class with those who sit in it now, by name, and their tests so far: for the entry grid. */
  ofSection: query({
    mayCall: 'signedIn',
    reads: ['assessments', 'sections', 'learners'],
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
