import * as z from 'zod'
import { benchmarkKinds, benchmarkMeasures, leavingReasons, memberOutcomes } from '../values/vocabulary.ts'
import { disclosure } from './disclosure.ts'
import { credential } from './tracks.ts'
import { longQuery, query } from './useCase.ts'
import { bothLanguages, fileTicket, isoDate, language, recordId } from './values.ts'

/** For people of the program, with names; or for outside use, without names and with small counts hidden. */
export const audiences = ['identified', 'outside'] as const
export type Audience = (typeof audiences)[number]

/** Which cohorts a report is about. Without any of them: all. */
export const reportFilters = z.object({
  cohortIds: z.array(recordId).max(1000).nullable().default(null),
  trackId: recordId.nullable().default(null),
  /** Cohorts whose first day lies in the span. */
  startsFrom: isoDate.nullable().default(null),
  startsTo: isoDate.nullable().default(null),
  /** The date for which the report is true; today unless told. */
  asOf: isoDate.optional(),
  audience: z.enum(audiences).default('identified'),
})
export type ReportFilters = z.infer<typeof reportFilters>

/** Null: hidden in a report for outside use. */
const shownCount = z.int().min(0).nullable()

/**
 * A rate as it may be shown. `none due` for 0 of 0, never 0 %; `hidden` where a small count could be read
 * from it. `percent` is rounded half-up to one decimal.
 */
export const shownRate = z.object({
  state: z.enum(['shown', 'noneDue', 'hidden']),
  numerator: shownCount,
  denominator: shownCount,
  percent: z.number().nullable(),
  isSmallGroup: z.boolean(),
})
export type ShownRate = z.infer<typeof shownRate>

/** What a line of a table stands for: everything, one cohort, one site, one entry level (`none`: not known). */
export const lineKinds = ['total', 'cohort', 'site', 'entryLevel'] as const
const lineOf = { kind: z.enum(lineKinds), key: z.string() }

export const completionLine = z.object({
  ...lineOf,
  name: z.string(),
  enrolled: shownCount,
  completed: shownCount,
  withdrew: shownCount,
  excluded: shownCount,
  stillIn: shownCount,
  /** Listed, not counted in `enrolled`. */
  didNotStart: shownCount,
  notYetStarted: shownCount,
  /** Nobody is still in and nobody is yet to start; null where that would tell a hidden count. */
  isFinal: z.boolean().nullable(),
  completionRate: shownRate,
  /** Completed ÷ (completed + withdrew), printed while the completion rate is not final. */
  finishedRate: shownRate,
})
export type CompletionLine = z.infer<typeof completionLine>

/** What a report is about, in full, for its head and for its workbook. */
export const reportScope = z.object({
  asOf: isoDate,
  audience: z.enum(audiences),
  trackName: bothLanguages.nullable(),
  /** Codes of the cohorts counted, oldest first. */
  cohortCodes: z.array(z.string()),
  startsFrom: isoDate.nullable(),
  startsTo: isoDate.nullable(),
  /** Different people who started; null when hidden. */
  people: shownCount,
})
export type ReportScope = z.infer<typeof reportScope>

const interval = z.object({ low: z.number(), high: z.number() })

/** A figure to compare with, and how far the program's own rate is from it, in percentage points. */
export const benchmarkComparison = z.object({
  trackId: recordId,
  trackName: bothLanguages,
  label: z.string(),
  kind: z.enum(benchmarkKinds),
  measure: z.enum(benchmarkMeasures),
  partKey: z.string().nullable(),
  source: z.string(),
  validOn: isoDate,
  benchmarkPercent: z.number(),
  /** Null where only a rate is known, and outside where they are small. */
  benchmarkCounts: z.object({ numerator: z.int(), denominator: z.int() }).nullable(),
  /** 95 % Wilson intervals, in percent. */
  benchmarkInterval: interval.nullable(),
  own: shownRate,
  ownInterval: interval.nullable(),
  pointsDifference: z.number().nullable(),
})
export type BenchmarkComparison = z.infer<typeof benchmarkComparison>

/** The two ways of leaving that have a reason. */
export const leavingStatuses = ['withdrew', 'excluded'] as const

/**
 * A table beside the main one is null in a report for outside use when a hidden count could be worked out
 * by comparing the two.
 */
export const completionReport = z.object({
  scope: reportScope,
  total: completionLine,
  byCohort: z.array(completionLine).nullable(),
  bySite: z.array(completionLine).nullable(),
  byEntryLevel: z.array(completionLine).nullable(),
  /** Why people withdrew or were excluded; no reason recorded is null. Null when hidden for outside use. */
  leavings: z
    .array(
      z.object({
        status: z.enum(leavingStatuses),
        reason: z.enum(leavingReasons).nullable(),
        count: shownCount,
      }),
    )
    .nullable(),
  /** Completion rates to compare with, each beside its own track. */
  benchmarks: z.array(benchmarkComparison),
})
export type CompletionReport = z.infer<typeof completionReport>

export const certificationLine = z.object({
  ...lineOf,
  name: z.string(),
  completers: shownCount,
  parts: z.array(z.object({ part: z.string(), firstTime: shownRate })),
  firstTime: shownRate,
  certified: shownCount,
  certifiedOfTested: shownRate,
  certifiedOfCompleters: shownRate,
  /** Completers not yet certified whose window is open. */
  pending: shownCount,
})
export type CertificationLine = z.infer<typeof certificationLine>

/** Rates belong to one credential: parts of different exams are never added up. */
export const credentialReport = z.object({
  credential,
  trackName: bothLanguages,
  total: certificationLine,
  byCohort: z.array(certificationLine).nullable(),
  bySite: z.array(certificationLine).nullable(),
  byEntryLevel: z.array(certificationLine).nullable(),
  /** Sittings by part and number of the attempt. Null when hidden for outside use. */
  byAttempt: z
    .array(
      z.object({
        part: z.string(),
        number: z.int(),
        pass: shownCount,
        fail: shownCount,
        noShow: shownCount,
        waiting: shownCount,
      }),
    )
    .nullable(),
  benchmarks: z.array(benchmarkComparison),
})
export type CredentialReport = z.infer<typeof credentialReport>

export const certificationReport = z.object({ scope: reportScope, credentials: z.array(credentialReport) })
export type CertificationReport = z.infer<typeof certificationReport>

/** The numbers that can be opened to see who is behind them. */
export const completionNumbers = [
  'enrolled',
  /** Enrolled and not excluded: the denominator of the completion rate. */
  'inRate',
  /** Completed or withdrew: the denominator of the rate of those finished. */
  'finished',
  ...memberOutcomes,
  'notYetStarted',
] as const
export type CompletionNumber = (typeof completionNumbers)[number]

export const certificationNumbers = [
  'completers',
  'tested',
  'passedFirst',
  'testedAll',
  'passedAllFirst',
  'certified',
  'certifiedCompleters',
  'pending',
  /** Sat the part at a given attempt with a given result. */
  'sat',
] as const
export type CertificationNumber = (typeof certificationNumbers)[number]

/** What an export is asked for, and for whom. */
export const reportExport = z.object({
  filters: reportFilters,
  language,
  disclosure,
})
export type ReportExport = z.infer<typeof reportExport>

const mayReport = ['administrator', 'director', 'coordinator', 'staff'] as const
const reads = ['cohorts', 'tracks', 'learners', 'benchmarks'] as const

export const reports = {
  completion: query({ mayCall: 'signedIn', reads, input: reportFilters, output: completionReport }),
  certification: query({ mayCall: 'signedIn', reads, input: reportFilters, output: certificationReport }),
  /** The completion workbook; who exported what, for whom and why is recorded. */
  exportCompletion: longQuery({ mayCall: mayReport, reads, input: reportExport, output: fileTicket }),
  /** The certification workbook; who exported what, for whom and why is recorded. */
  exportCertification: longQuery({ mayCall: mayReport, reads, input: reportExport, output: fileTicket }),
}
