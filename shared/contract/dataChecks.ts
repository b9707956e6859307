import * as z from 'zod'
import { checkPlaces, checkSeverities, checkSubjects } from '../rules/dataChecks/rule.ts'
import { dataCheckIds } from '../rules/dataChecks/rules.ts'
import { learnerName } from './learnerFacts.ts'
import { command, query } from './useCase.ts'
import { isoDate, listWindow, recordId, requiredText } from './values.ts'

const rule = z.enum(dataCheckIds)
const findingKey = z.object({
  rule,
  subject: z.enum(checkSubjects),
  subjectId: recordId,
  /** Null for what belongs to no single learner. */
  learnerId: recordId.nullable(),
})

/** Something that the data check found, and whether somebody said that it is known and fine. */
export const checkFinding = findingKey.extend({
  learner: learnerName.extend({ learnerId: recordId, studentId: z.string().nullable() }).nullable(),
  /** Where it is put right. */
  place: z.object({ screen: z.enum(checkPlaces), id: recordId }),
  /** The values that its sentence names. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  accepted: z
    .object({ id: recordId, reason: z.string(), acceptedOn: isoDate, acceptedByName: z.string() })
    .nullable(),
})
export type CheckFinding = z.infer<typeof checkFinding>

export const ruleCount = z.object({
  rule,
  severity: z.enum(checkSeverities),
  open: z.int(),
  accepted: z.int(),
})
export type RuleCount = z.infer<typeof ruleCount>

const reads = [
  'learners',
  'assessments',
  'instruments',
  'attendance',
  'sections',
  'cohorts',
  'dataChecks',
] as const
const maySee = ['administrator', 'director', 'coordinator', 'instructor', 'staff'] as const
const mayAccept = ['director', 'coordinator', 'instructor', 'staff'] as const

/** Missing, odd and contradictory data, by rules; see `shared/rules/dataChecks`. */
export const dataChecks = {
  /** How many findings each rule has in sight. */
  overview: query({
    mayCall: maySee,
    reads,
    input: z.object({}),
    output: z.array(ruleCount),
  }),
  /** The findings of one rule: those to look at, or those that were accepted. */
  findings: query({
    mayCall: maySee,
    reads,
    input: z.object({ rule, show: z.enum(['open', 'accepted']).default('open'), ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(checkFinding) }),
  }),
  /** Known and fine, with a reason, until a value that it rests on changes. Refused for what is not found any more. */
  accept: command({
    mayCall: mayAccept,
    changes: ['dataChecks'],
    input: findingKey.extend({ reason: requiredText(1000) }),
    output: z.object({ acceptedId: recordId }),
  }),
  /** Takes an acceptance back: the finding is open again. */
  takeBack: command({
    mayCall: mayAccept,
    changes: ['dataChecks'],
    input: z.object({ acceptedId: recordId }),
    output: z.object({}),
  }),
}
