import type { CompletionLine, CompletionReport } from '../../shared/contract/reports.ts'
import {
  completionRate,
  countCompletion,
  isFinal,
  rateOfThoseFinished,
  withdrawalsByReason,
  type CompletionCounts,
} from '../../shared/rules/completion.ts'
import type { Population } from './population.ts'
import { linesBy, totalLine, type LineGroup } from './reportLines.ts'
import { shownRateOf } from './shownRates.ts'
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

function withdrawals({ counted, asOf }: Population) {
  const members = counted.map(({ member }) => member)
  return [...withdrawalsByReason(members, asOf)]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1))
}

/** Cohort completion as of a date, by cohort, site and entry level, and why people left. */
export function completionReport(population: Population): CompletionReport {
  const { asOf, counted, scope } = population
  const lines = (kind: 'cohort' | 'site' | 'entryLevel') =>
    linesBy(kind, counted).map((line) => completionLineOf(line, asOf))
  const report = {
    scope,
    total: completionLineOf(totalLine(counted), asOf),
    byCohort: lines('cohort'),
    bySite: lines('site'),
    byEntryLevel: lines('entryLevel'),
    withdrawals: withdrawals(population),
  }
  return scope.audience === 'outside' ? forOutsideUse(report) : report
}
