import * as z from 'zod'
import { benchmarkKinds, benchmarkMeasures } from '../values/vocabulary.ts'
import { command, query } from './useCase.ts'
import { isoDate, recordId, requiredText } from './values.ts'

const benchmarkFields = z.object({
  trackId: recordId,
  kind: z.enum(benchmarkKinds),
  measure: z.enum(benchmarkMeasures),
  /** The exam part, for the first-time pass rate of one part. */
  partKey: z.string().nullable().default(null),
  /** What people call it: "Evening class 2025", "State, all programs". */
  label: requiredText(120),
  /** People counted; both or neither. */
  numerator: z.int().min(0).nullable().default(null),
  denominator: z.int().min(1).nullable().default(null),
  /** Percent from 0 to 100, where only a rate is known. */
  ratePercent: z.number().min(0).max(100).nullable().default(null),
  source: requiredText(500),
  validOn: isoDate,
})
export type BenchmarkFields = z.infer<typeof benchmarkFields>

export const benchmark = benchmarkFields.extend({ id: recordId })
export type Benchmark = z.infer<typeof benchmark>

const mayChange = ['director', 'staff'] as const

export const benchmarks = {
  /** Figures to compare with, of one track or of all; the newest first. */
  list: query({
    mayCall: 'signedIn',
    reads: ['benchmarks'],
    input: z.object({ trackId: recordId.nullable().default(null) }),
    output: z.array(benchmark),
  }),
  create: command({
    mayCall: mayChange,
    changes: ['benchmarks'],
    input: benchmarkFields,
    output: z.object({ benchmarkId: recordId }),
  }),
  change: command({
    mayCall: mayChange,
    changes: ['benchmarks'],
    input: benchmarkFields.extend({ benchmarkId: recordId }),
    output: z.object({}),
  }),
  remove: command({
    mayCall: mayChange,
    changes: ['benchmarks'],
    input: z.object({ benchmarkId: recordId }),
    output: z.object({}),
  }),
}
