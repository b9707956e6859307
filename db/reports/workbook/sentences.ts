import type { BenchmarkComparison, ReportScope, ShownRate } from '../../../shared/contract/reports.ts'
import type { ReportWords } from './reportWords.ts'

/** A rate in a sentence: "Completion rate: 62 of 89, 69.7 %." */
export function rateSentence(name: string, rate: ShownRate, { t, percent }: ReportWords): string {
  if (rate.state === 'hidden') return t('reports.sentences.rateHidden', { name })
  if (rate.state === 'noneDue') return t('reports.sentences.rateNoneDue', { name })
  return t('reports.sentences.rate', {
    name,
    numerator: rate.numerator,
    denominator: rate.denominator,
    percent: percent(rate.percent ?? 0),
  })
}

/** How a rate compares, in percentage points; nothing where one of the two is not known. */
export function againstSentences(
  benchmarks: readonly BenchmarkComparison[],
  nameOf: (comparison: BenchmarkComparison) => string,
  { t, percent, oneDecimal }: ReportWords,
): string[] {
  return benchmarks.flatMap((comparison) => {
    const { pointsDifference: points, label, benchmarkPercent } = comparison
    if (points === null) return []
    return [
      t('reports.sentences.against', {
        name: nameOf(comparison),
        points,
        amount: oneDecimal(points),
        side: points > 0 ? 'above' : 'below',
        label,
        benchmarkPercent: percent(benchmarkPercent),
      }),
    ]
  })
}

/** The first sentence: how many cohorts and people. */
export function enrolledSentence(
  scope: ReportScope,
  enrolled: number | null,
  { t, day }: ReportWords,
): string {
  const cohorts = scope.cohortCodes.length
  if (cohorts === 0) return t('reports.sentences.none')
  if (enrolled === null) return t('reports.sentences.enrolledHidden', { cohorts })
  return t('reports.sentences.enrolled', { cohorts, enrolled, asOf: day(scope.asOf) })
}

/** What explains the marks, for the foot of the summary. */
export function notesFor(
  scope: ReportScope,
  leftOut: readonly string[],
  marks: { readonly notFinal: boolean },
  { t }: ReportWords,
): string[] {
  return [
    ...(marks.notFinal ? [t('reports.notes.notFinal')] : []),
    t('reports.notes.smallGroup'),
    t(scope.audience === 'outside' ? 'reports.notes.hidden' : 'reports.notes.live'),
    ...(leftOut.length > 0 ? [t('reports.notes.leftOut', { sheets: leftOut.join(', ') })] : []),
  ]
}
