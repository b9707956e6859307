import * as z from 'zod'
import { requirementStrengths } from '../rules/screening/requirements.ts'
import {
  answerStates,
  unknownReasons,
  type NextStep,
  type RequirementAnswer,
} from '../rules/screening/answers.ts'
import { documentStates, equivalencyStates, interviewResults, schoolingLevels } from '../values/vocabulary.ts'
import { documentRecency, skillArea } from './requirements.ts'
import type { Holds, SameShape } from './sameShape.ts'

const level = z.literal([1, 2, 3, 4, 5, 6, 7])
const unknown = z.enum(unknownReasons).nullable()
const count = z.number().nullable()
const text = z.string().nullable()

const test = { instrument: text, form: text, testedOn: text, ageInDays: count, score: count }
const levelEvidence = z.object({
  kind: z.literal('level'),
  ...test,
  level: level.nullable(),
  area: skillArea,
  neededLevel: level,
  levelsBelow: count,
  pointsBelow: count,
  unknown,
})

const evidences = [
  levelEvidence,
  z.object({
    kind: z.literal('lowestLevel'),
    neededLevel: level,
    level: level.nullable(),
    levelsBelow: count,
    pointsBelow: count,
    areas: z.array(levelEvidence).readonly(),
    unknown,
  }),
  z.object({
    kind: z.literal('score'),
    ...test,
    level: level.nullable(),
    area: skillArea,
    neededInstrument: z.string(),
    neededScore: z.number(),
    pointsBelow: count,
    unknown,
  }),
  z.object({
    kind: z.literal('age'),
    years: count,
    neededYears: z.number(),
    oldEnoughOn: text,
    monthsShort: count,
    unknown,
  }),
  z.object({
    kind: z.literal('schooling'),
    schooling: z.enum(schoolingLevels).nullable(),
    neededSchooling: z.enum(schoolingLevels),
    stepsBelow: count,
    unknown,
  }),
  z.object({
    kind: z.literal('equivalency'),
    equivalency: z.enum(equivalencyStates).nullable(),
    neededEquivalency: z.enum(equivalencyStates),
    stepsBelow: count,
    unknown,
  }),
  z.object({
    kind: z.literal('document'),
    document: z.string(),
    documentState: z.enum(documentStates),
    checkedOn: text,
    documentDate: text,
    recency: documentRecency.nullable(),
    notBefore: text,
    doses: count,
    neededDoses: count,
    dosesShort: count,
    unknown,
  }),
  z.object({
    kind: z.literal('hours'),
    component: text,
    hours: count,
    neededHours: z.number(),
    hoursShort: count,
    through: text,
    unknown,
  }),
  z.object({
    kind: z.literal('attendance'),
    component: text,
    hoursAttended: count,
    hoursScheduled: count,
    rate: count,
    neededRate: z.number(),
    percentagePointsShort: count,
    through: text,
    unknown,
  }),
  z.object({
    kind: z.literal('component'),
    component: z.string(),
    done: z.boolean().nullable(),
    on: text,
    unknown,
  }),
  z.object({
    kind: z.literal('interview'),
    needs: z.enum(['held', 'passed']),
    heldOn: text,
    result: z.enum(interviewResults).nullable(),
    unknown,
  }),
] as const

const waiverFact = z.object({
  requirementKey: z.string(),
  grantedBy: z.string(),
  grantedOn: z.string(),
  reason: z.string(),
})

const answerBase = z.object({
  requirementId: z.string(),
  key: z.string(),
  state: z.enum(answerStates),
  withinReach: z.boolean(),
  waiver: waiverFact.nullable(),
})

const memberAnswer = answerBase.extend({ evidence: z.discriminatedUnion('kind', evidences) })
const anyOfEvidence = z.object({
  kind: z.literal('anyOf'),
  members: z.array(memberAnswer).readonly(),
  decidingMember: z.string(),
})

/** The answer of one requirement, as `shared/rules/screening/answers.ts` describes it. */
export const requirementAnswer = answerBase.extend({
  strength: z.enum(requirementStrengths),
  evidence: z.discriminatedUnion('kind', [...evidences, anyOfEvidence]),
})

export const nextStep = z.object({
  requirementKey: z.string(),
  memberKey: text,
  state: z.enum(['notMet', 'unknown']),
  strength: z.enum(requirementStrengths),
})

export type AnswerMirrorsRules = Holds<SameShape<z.infer<typeof requirementAnswer>, RequirementAnswer>>
export type NextStepMirrorsRules = Holds<SameShape<z.infer<typeof nextStep>, NextStep>>
