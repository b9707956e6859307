import { leavingStatuses, type CompletionLine, type CompletionReport } from '../../shared/contract/reports.ts'
import {
  completionRate,
  countCompletion,
  isFinal,
  rateOfThoseFinished,
  type CompletionCounts,
} from '../../shared/rules/completion.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { Reads } from '../cohorts/cohortRecords.ts'
import { compareWithBenchmarks, type OwnRate } from './benchmarkComparisons.ts'
import type { Population } from './population.ts'
import { linesBy, totalLine, type LineGroup } from './reportLines.ts'
import { hiddenRate, shownRateOf } from './shownRates.ts'
import { forOutsideUse } from './completionForOutside.ts'

/** A line with its counts, as the program's own people see it. */
function completionLineOf({ kind, key, name, people }: LineGroup, asOf: string): CompletionLine {
  const counts: CompletionCounts = countCompletion(
    people.map(({ member }) => member),
    asOf,
  )
  return {
    kind,
    key,
    name,
    ...counts,
    isFinal: isFinal(counts),
    completionRate: shownRateOf(completionRate(counts)),
    finishedRate: shownRateOf(rateOfThoseFinished(counts)),
  }
}

/** Why people left, by way of leaving, the most frequent reason first. */
function leavings({ counted }: Population) {
  return leavingStatuses.flatMap((status) => {
    const left = counted.filter((one) => one.status === status)
    return [...groupBy(left, ({ member }) => member.reason)]
      .map(([reason, people]) => ({ status, reason, count: people.length }))
      .sort((a, b) => b.count - a.count || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1))
  })
}

/**
 * The completion rate of a track. Outside, one of several tracks has none: beside the rate of all it would
 * tell about the others.
 */
function ownRateIn({ counted, asOf, scope }: Population, total: CompletionLine, trackCount: number): OwnRate {
  return ({ measure, trackId }) => {
    if (measure !== 'completionRate') return undefined
    if (trackCount === 1) return total.completionRate
    if (scope.audience === 'outside') return hiddenRate
    const own = counted.filter(({ cohort }) => cohort.trackId === trackId)
    return completionLineOf(totalLine(own), asOf).completionRate
  }
}

/** Cohort completion as of a date, by cohort, site and entry level, and why people left. */
export async function completionReport(db: Reads, population: Population): Promise<CompletionReport> {
  const { asOf, counted, cohorts, scope } = population
  const lines = (kind: 'cohort' | 'site' | 'entryLevel') =>
    linesBy(kind, counted).map((line) => completionLineOf(line, asOf))
  const full = {
    scope,
    total: completionLineOf(totalLine(counted), asOf),
    byCohort: lines('cohort'),
    bySite: lines('site'),
    byEntryLevel: lines('entryLevel'),
    leavings: leavings(population),
  }
  const report = scope.audience === 'outside' ? forOutsideUse(full) : full
  const names = new Map(cohorts.map(({ trackId, trackName }) => [trackId, trackName]))
  const tracks = [...names].map(([id, name]) => ({ id, name }))
  const ownRate = ownRateIn(population, report.total, tracks.length)
  return { ...report, benchmarks: await compareWithBenchmarks(db, tracks, ownRate, scope.audience) }
}
