import * as z from 'zod'
import { decidingEvidence, duplicateReasons } from '../rules/duplicateReasons.ts'
import { disclosure } from './disclosure.ts'
import type { Role } from '../values/vocabulary.ts'
import { learnerSummary } from './learners.ts'
import { mayMerge } from './merges.ts'
import { command, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, listWindow, recordId } from './values.ts'

/** One of two records, with everything by which people are told apart. */
export const comparedPerson = learnerSummary.extend({
  /** Numbers by which other files know them. */
  otherIds: z.array(z.string()),
  /** Best first. */
  phones: z.array(z.string()),
  email: z.string().nullable(),
  firstLanguage: z.string().nullable(),
  /** When the record was made, a moment. */
  createdAt: z.string(),
  /** How many tests are on record, and the day of the newest. */
  tests: z.int(),
  lastTestedOn: isoDate.nullable(),
  cohortCodes: z.array(z.string()),
})
export type ComparedPerson = z.infer<typeof comparedPerson>

/** Two records that may be one person. */
export const duplicatePair = z.object({
  /** The record made first. */
  first: comparedPerson,
  second: comparedPerson,
  reasons: z.array(z.enum(duplicateReasons)),
  evidence: z.enum(decidingEvidence),
})
export type DuplicatePair = z.infer<typeof duplicatePair>

/** Two records of which somebody said that they are two people. */
export const toldApartPair = z.object({
  first: comparedPerson,
  second: comparedPerson,
  /** A moment. */
  decidedAt: z.string(),
  decidedByName: z.string().nullable(),
})
export type ToldApartPair = z.infer<typeof toldApartPair>

/** Who sees the pairs: they are found across everybody's records. */
export const maySeeDuplicates = [
  'administrator',
  'director',
  'coordinator',
  'staff',
] as const satisfies readonly Role[]
const reads = ['learners', 'duplicates'] as const

const evidence = z.enum(decidingEvidence).nullable().default(null)
const pairOf = z.object({ firstId: recordId, secondId: recordId })

/** Records that may be one person, over the whole program; see `shared/rules/duplicates.ts`. */
export const duplicates = {
  /** How many pairs wait for an answer: everybody is compared with everybody, and the list is quick after that. */
  count: longQuery({
    mayCall: maySeeDuplicates,
    reads,
    input: z.object({}),
    output: z.object({ open: z.int() }),
  }),
  /** The pairs that wait for an answer, the strongest evidence first. */
  list: query({
    mayCall: maySeeDuplicates,
    reads: [...reads, 'assessments', 'sections', 'cohorts'],
    input: z.object({ evidence, ...listWindow }),
    output: z.object({
      /** Pairs with the evidence asked for. */
      total: z.int(),
      /** All pairs that wait, by what decides. */
      counts: z.record(z.enum(decidingEvidence), z.int()),
      rows: z.array(duplicatePair),
    }),
  }),
  /** The pairs told apart, the newest answer first. */
  toldApart: query({
    mayCall: maySeeDuplicates,
    reads: [...reads, 'assessments', 'sections', 'cohorts'],
    input: z.object(listWindow),
    output: z.object({ total: z.int(), rows: z.array(toldApartPair) }),
  }),
  /** Two different people: the pair is not proposed again. Refused if somebody has said so already. */
  tellApart: command({
    mayCall: mayMerge,
    changes: ['duplicates'],
    input: pairOf,
    output: z.object({}),
  }),
  /** Takes that answer back. */
  takeBack: command({
    mayCall: mayMerge,
    changes: ['duplicates'],
    input: pairOf,
    output: z.object({}),
  }),
  /** The pairs that wait as an .xlsx file. */
  export: longQuery({
    mayCall: maySeeDuplicates,
    reads,
    input: z.object({ evidence, language, disclosure }),
    output: fileTicket,
  }),
}
