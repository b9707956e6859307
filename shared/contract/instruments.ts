import * as z from 'zod'
import { formAsKept } from '../rules/assessmentChecks.ts'
import { skillAreas } from '../values/vocabulary.ts'
import { command, query } from './useCase.ts'
import { isoDate, recordId, requiredText } from './values.ts'

const score = z.int().min(0).max(9999)

export const levelBand = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  minScore: score.nullable(),
  maxScore: score.nullable(),
})

const levelTableFields = {
  instrument: requiredText(),
  /** Only tests of one generation are compared for a gain. */
  generation: requiredText(),
  skillArea: z.enum(skillAreas),
  effectiveFrom: isoDate.nullable(),
  effectiveTo: isoDate.nullable(),
  minimumHours: z.int().min(0).max(1000),
  recommendedHours: z.object({ from: z.int().min(0).max(2000), to: z.int().min(0).max(2000) }).nullable(),
  /** Null until somebody has entered the publisher's chart. */
  levels: z.array(levelBand).min(1).max(6).nullable(),
  possibleScores: z.object({ min: score.nullable(), max: score.nullable() }),
  /** Days within which the same form is not given again without a reason. */
  sameFormDays: z.int().min(0).max(1000),
  /** The forms there are; empty: any form is taken. */
  forms: z.array(requiredText(20).transform(formAsKept)).max(500, { error: 'tooMany' }),
  source: requiredText(1000),
}

export const levelTable = z.object({ id: recordId, ...levelTableFields })
export type LevelTableRecord = z.infer<typeof levelTable>

export const instruments = {
  /** Every score table, in the order in which they were entered. The page looks levels up in it as scores are typed. */
  list: query({
    mayCall: 'signedIn',
    reads: ['instruments'],
    input: z.object({}),
    output: z.array(levelTable),
  }),
  /** Enters or corrects a table; the levels of all its scores are looked up anew. */
  saveTable: command({
    mayCall: ['administrator'],
    changes: ['instruments', 'assessments', 'learners'],
    input: z.object({ id: recordId.nullable(), ...levelTableFields }),
    /** The table as saved, and how many scores have another level than before. */
    output: z.object({ table: levelTable, relevelled: z.int() }),
  }),
}
