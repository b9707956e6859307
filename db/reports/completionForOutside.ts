import type { CompletionLine, CompletionReport } from '../../shared/contract/reports.ts'
import { mayShowRate, suppressList, suppressTable } from '../../shared/rules/suppression.ts'
import type { Rate } from '../../shared/rules/rates.ts'
import { hiddenRate, shownRateOf } from './shownRates.ts'

/** The parts of *enrolled*; a line's row total is its enrolled. */
const outcomes = ['completed', 'withdrew', 'excluded', 'stillIn'] as const
/** Listed beside it, and hidden on their own. */
const notEnrolled = ['didNotStart', 'notYetStarted'] as const

function rateIfShowable(numerator: number | null, denominator: number | null) {
  if (numerator === null || denominator === null) return hiddenRate
  const rate: Rate = { numerator, denominator }
  return mayShowRate(rate) ? shownRateOf(rate) : hiddenRate
}

/** A line with what is hidden taken out, and its rates made only of what is left. */
function lineWith(
  line: CompletionLine,
  shown: Pick<CompletionLine, (typeof outcomes)[number] | (typeof notEnrolled)[number] | 'enrolled'>,
): CompletionLine {
  const { enrolled, excluded, completed, withdrew } = shown
  return {
    ...line,
    ...shown,
    completionRate: rateIfShowable(
      completed,
      enrolled === null || excluded === null ? null : enrolled - excluded,
    ),
    finishedRate: rateIfShowable(
      completed,
      completed === null || withdrew === null ? null : completed + withdrew,
    ),
  }
}

const countsOf = (line: CompletionLine, keys: readonly (keyof CompletionLine)[]) =>
  keys.map((key) => Number(line[key]))

interface OutsideLines {
  lines: CompletionLine[]
  total: CompletionLine
  /** Whether any number of the table had to be hidden. */
  hides: boolean
}

function hideSmallCounts(lines: readonly CompletionLine[], total: CompletionLine): OutsideLines {
  const enrolled = suppressTable(lines.map((line) => countsOf(line, outcomes)))
  const beside = suppressTable(lines.map((line) => countsOf(line, notEnrolled)))
  const values = (
    cells: readonly (number | null)[],
    besideCells: readonly (number | null)[],
    all: number | null,
  ) => ({
    completed: cells[0] ?? null,
    withdrew: cells[1] ?? null,
    excluded: cells[2] ?? null,
    stillIn: cells[3] ?? null,
    enrolled: all,
    didNotStart: besideCells[0] ?? null,
    notYetStarted: besideCells[1] ?? null,
  })
  const shown = [
    ...enrolled.cells.flat(),
    ...enrolled.rowTotals,
    ...enrolled.columnTotals,
    enrolled.total,
    ...beside.cells.flat(),
    ...beside.columnTotals,
  ]
  return {
    lines: lines.map((line, row) =>
      lineWith(line, values(enrolled.cells[row]!, beside.cells[row]!, enrolled.rowTotals[row]!)),
    ),
    total: lineWith(total, values(enrolled.columnTotals, beside.columnTotals, enrolled.total)),
    hides: shown.includes(null),
  }
}

/**
 * The report for outside use. The tables by site, cohort and entry level count the same people, so what one
 * hides another could give away: after the first table, which also gives the totals, a further one is kept
 * only if neither has anything to hide.
 */
export function forOutsideUse(report: CompletionReport): CompletionReport {
  const { total } = report
  const bySite = report.bySite ?? []
  const isOneSite = bySite.length < 2
  const main = hideSmallCounts(isOneSite ? (report.byCohort ?? []) : bySite, total)
  const ifHarmless = (lines: readonly CompletionLine[] | null) => {
    if (lines === null || main.hides) return null
    const other = hideSmallCounts(lines, total)
    return other.hides ? null : other.lines
  }
  const people = suppressList([report.scope.people ?? 0]).total
  return {
    scope: { ...report.scope, people: main.total.enrolled === null ? null : people },
    total: main.total,
    byCohort: isOneSite ? main.lines : ifHarmless(report.byCohort),
    bySite: isOneSite ? null : main.lines,
    byEntryLevel: ifHarmless(report.byEntryLevel),
    withdrawals: outsideWithdrawals(report, main),
  }
}

function outsideWithdrawals(report: CompletionReport, main: OutsideLines): CompletionReport['withdrawals'] {
  if (report.withdrawals === null || main.total.withdrew === null) return null
  const { counts, total } = suppressList(report.withdrawals.map(({ count }) => count ?? 0))
  // The main table prints the total: where the list needs it hidden, the list stays out.
  if (total === null) return null
  return report.withdrawals.map(({ reason }, index) => ({ reason, count: counts[index] ?? null }))
}
