import { leavingStatuses, type CompletionLine, type CompletionReport } from '../../shared/contract/reports.ts'
import { isSmallCount, mayShowRate, suppressList, suppressTable } from '../../shared/rules/suppression.ts'
import type { Rate } from '../../shared/rules/rates.ts'
import { leavingReasons } from '../../shared/values/vocabulary.ts'
import { hiddenRate, shownRateOf } from './shownRates.ts'

type Leaving = NonNullable<CompletionReport['leavings']>[number]

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
    // Whether anybody is still in would tell a hidden count of nobody.
    isFinal: shown.stillIn === null || shown.notYetStarted === null ? null : line.isFinal,
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

/** How many different people started, unless the number or those counted twice are a small count. */
function peopleForOutside(people: number, enrolled: number | null): number | null {
  if (enrolled === null || isSmallCount(people) || isSmallCount(enrolled - people)) return null
  return people
}

/**
 * The report for outside use. The tables by site, cohort and entry level count the same people, so what one
 * hides another could give away: after the first table, which also gives the totals, a further one is kept
 * only if neither has anything to hide.
 */
export function forOutsideUse<Report extends Omit<CompletionReport, 'benchmarks'>>(report: Report): Report {
  const { total, scope } = report
  const byCohort = report.byCohort ?? []
  const bySite = report.bySite ?? []
  if (byCohort.length === 0) return report
  const isOneSite = bySite.length < 2
  const main = hideSmallCounts(isOneSite ? byCohort : bySite, total)
  const ifHarmless = (lines: readonly CompletionLine[] | null) => {
    if (lines === null || main.hides) return null
    const other = hideSmallCounts(lines, total)
    return other.hides ? null : other.lines
  }
  return {
    ...report,
    scope: { ...scope, people: peopleForOutside(scope.people ?? 0, main.total.enrolled) },
    total: main.total,
    byCohort: isOneSite ? main.lines : ifHarmless(report.byCohort),
    bySite: isOneSite ? null : main.lines,
    byEntryLevel: ifHarmless(report.byEntryLevel),
    leavings: leavingsForOutside(report.leavings ?? [], main.total),
  }
}

/**
 * The reasons of each way of leaving whose total is printed, in a fixed order: the order of the counts would
 * tell about those that are hidden.
 */
function leavingsForOutside(leavings: readonly Leaving[], total: CompletionLine): Leaving[] | null {
  const shown = leavingStatuses.flatMap((status) => {
    const own = leavings.filter((leaving) => leaving.status === status).sort(inFixedOrder)
    if (total[status] === null) return []
    const { counts, total: sum } = suppressList(own.map(({ count }) => count ?? 0))
    // The main table prints the sum: where the list needs it hidden, the list stays out.
    return sum === null ? [] : own.map((leaving, at) => ({ ...leaving, count: counts[at] ?? null }))
  })
  return shown.length === 0 && leavings.length > 0 ? null : shown
}

const place = ({ reason }: Leaving) =>
  reason === null ? leavingReasons.length : leavingReasons.indexOf(reason)
const inFixedOrder = (one: Leaving, other: Leaving) => place(one) - place(other)
