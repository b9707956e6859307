import type { CertificationLine, CredentialReport, ShownRate } from '../../shared/contract/reports.ts'
import { isSmallCount, mayShowRate } from '../../shared/rules/suppression.ts'
import { hiddenRate } from './shownRates.ts'

const rateOf = ({ numerator, denominator }: ShownRate) => ({
  numerator: numerator ?? 0,
  denominator: denominator ?? 0,
})
const isShowable = (rate: ShownRate) => mayShowRate(rateOf(rate))
const isSmall = (count: number | null) => count !== null && isSmallCount(count)

/** Completers who are neither certified nor pending: what is left when the other three are known. */
const outOfTime = ({ completers, certifiedOfCompleters, pending }: CertificationLine) =>
  (completers ?? 0) - (certifiedOfCompleters.numerator ?? 0) - (pending ?? 0)

/** Whether a line could leave the house as it is: no small count in it, nor one left over between two of them. */
function isHarmless(line: CertificationLine): boolean {
  const rates = [
    ...line.parts.map(({ firstTime }) => firstTime),
    line.firstTime,
    line.certifiedOfTested,
    line.certifiedOfCompleters,
  ]
  const counts = [line.completers, line.certified, line.pending, outOfTime(line)]
  return rates.every(isShowable) && !counts.some(isSmall)
}

const ifShowable = (rate: ShownRate): ShownRate => (isShowable(rate) ? rate : hiddenRate)

/** The total with each rate that would show a small count hidden. */
function totalForOutside(total: CertificationLine): CertificationLine {
  const certifiedOfCompleters = ifShowable(total.certifiedOfCompleters)
  const isSplitSafe = !isSmall(total.pending) && !isSmall(outOfTime(total))
  return {
    ...total,
    parts: total.parts.map(({ part, firstTime }) => ({ part, firstTime: ifShowable(firstTime) })),
    firstTime: ifShowable(total.firstTime),
    certifiedOfTested: ifShowable(total.certifiedOfTested),
    certifiedOfCompleters,
    completers: isSmall(total.completers) ? null : total.completers,
    certified: isShowable(total.certifiedOfTested) && !isSmall(total.certified) ? total.certified : null,
    pending: isSplitSafe && certifiedOfCompleters.state !== 'hidden' ? total.pending : null,
  }
}

/**
 * A credential's report for outside use. Its measures overlap (tested, passed, certified), so lines are not
 * thinned out cell by cell: a table stays only if no line of it has anything to hide.
 */
export function credentialForOutsideUse<Report extends Omit<CredentialReport, 'benchmarks'>>(report: Report) {
  const ifHarmless = (lines: readonly CertificationLine[] | null) =>
    lines !== null && lines.every(isHarmless) ? [...lines] : null
  const sittings = report.byAttempt ?? []
  const areSittingsHarmless = sittings.every(
    ({ pass, fail, noShow, waiting }) => ![pass, fail, noShow, waiting].some(isSmall),
  )
  return {
    ...report,
    total: totalForOutside(report.total),
    byCohort: ifHarmless(report.byCohort),
    bySite: ifHarmless(report.bySite),
    byEntryLevel: ifHarmless(report.byEntryLevel),
    byAttempt: areSittingsHarmless ? report.byAttempt : null,
  }
}
