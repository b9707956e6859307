import * as z from 'zod'
import type { Requirement } from '../rules/screening/requirements.ts'
import { requirementStrengths } from '../rules/screening/requirements.ts'
import { equivalencyStates, schoolingLevels, skillAreas } from '../values/vocabulary.ts'
import type { Holds, SameShape } from './sameShape.ts'
import { requiredText } from './values.ts'

export const skillArea = z.enum(skillAreas)
export const tableLevel = z.literal([1, 2, 3, 4, 5, 6])
const key = requiredText(100)

/** A sentence of the program's staff in both languages. */
const sentence = z.object({ en: requiredText(600), es: requiredText(600) })

const levelRule = z.object({ kind: z.literal('level'), area: skillArea, minimumLevel: tableLevel })
const lowestLevelRule = z.object({
  kind: z.literal('lowestLevel'),
  areas: z.array(skillArea).readonly(),
  minimumLevel: tableLevel,
})
const scoreRule = z.object({
  kind: z.literal('score'),
  instrument: requiredText(),
  area: skillArea,
  minimumScore: z.number(),
})
const ageRule = z.object({
  kind: z.literal('age'),
  minimumYears: z.number().positive().max(100).multipleOf(0.5, { error: 'ageInHalfYears' }),
})
const schoolingRule = z.object({ kind: z.literal('schooling'), minimumSchooling: z.enum(schoolingLevels) })
const equivalencyRule = z.object({
  kind: z.literal('equivalency'),
  minimumEquivalency: z.enum(equivalencyStates).exclude(['none']),
})
export const documentRecency = z.object({ unit: z.enum(['days', 'months']), count: z.int().positive() })
const documentRule = z.object({
  kind: z.literal('document'),
  document: key,
  recency: documentRecency.nullable(),
  minimumDoses: z.int().positive().nullable(),
})
const hoursRule = z.object({
  kind: z.literal('hours'),
  component: key.nullable(),
  minimumHours: z.number().positive().max(10_000),
})
const attendanceRule = z.object({
  kind: z.literal('attendance'),
  component: key.nullable(),
  minimumRate: z.number().positive().max(1),
})
const componentRule = z.object({ kind: z.literal('component'), component: key })
const interviewRule = z.object({ kind: z.literal('interview'), needs: z.enum(['held', 'passed']) })

const simpleRules = [
  levelRule,
  lowestLevelRule,
  scoreRule,
  ageRule,
  schoolingRule,
  equivalencyRule,
  documentRule,
  hoursRule,
  attendanceRule,
  componentRule,
  interviewRule,
] as const
const simpleRule = z.discriminatedUnion('kind', simpleRules)

const amount = z.number().min(0)
const margin = z.discriminatedUnion('unit', [
  z.object({ unit: z.enum(['levels', 'points', 'months', 'steps', 'doses', 'hours']), amount }),
  z.object({ unit: z.literal('percentagePoints'), amount }),
  z.object({ unit: z.literal('toBring') }),
])

const requirementBase = z.object({
  id: z.string(),
  key,
  waivable: z.boolean(),
  maximumAgeDays: z.int().positive().nullable(),
  margin: margin.nullable(),
  message: sentence,
  nextStep: sentence,
  offeredBy: sentence,
  source: requiredText(600),
})

const memberRequirement = requirementBase.extend({ rule: simpleRule })
const anyOfRule = z.object({ kind: z.literal('anyOf'), members: z.array(memberRequirement).readonly() })

/** One entry rule of a track, as `shared/rules/screening/requirements.ts` describes it. */
export const requirement = requirementBase.extend({
  strength: z.enum(requirementStrengths),
  rule: z.discriminatedUnion('kind', [...simpleRules, anyOfRule]),
})

export type RequirementMirrorsRules = Holds<SameShape<z.infer<typeof requirement>, Requirement>>
