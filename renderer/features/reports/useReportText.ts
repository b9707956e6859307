import { useTranslation } from 'react-i18next'
import type { CertificationLine, CompletionLine, ShownRate } from '../../../shared/contract/reports.ts'
import type { NamedLine } from '../explain/cohortNumbers.ts'
import { useRateText } from '../cohorts/useRateText.ts'

type Line = Pick<CompletionLine | CertificationLine, 'kind' | 'key' | 'name'>

/** Writes what a report shows in the reader's way. */
export function useReportText() {
  const { t } = useTranslation('reports')
  const rates = useRateText()
  const countsOf = ({ numerator, denominator }: ShownRate) => ({
    numerator: numerator ?? 0,
    denominator: denominator ?? 0,
  })
  return {
    /** "NA-C1", "Central", "Low Intermediate ESL", "Everyone". */
    lineName: ({ kind, key, name }: Line) => {
      if (kind === 'total') return t('everyone')
      if (kind !== 'entryLevel') return name
      return key === 'none' ? t('core:reports.marks.notKnown') : `${key} · ${t(`core:words.levels.${key}`)}`
    },
    /** "69.7%", "none due", "hidden". */
    percent: (rate: ShownRate) =>
      rate.state === 'hidden' ? t('core:reports.marks.hidden') : rates.percent(countsOf(rate)),
    /** "69.7% · 62 of 89". */
    full: (rate: ShownRate) =>
      rate.state === 'hidden' ? t('core:reports.marks.hidden') : rates.full(countsOf(rate)),
    /** "60.2% to 78.1%". */
    interval: (rate: ShownRate) => (rate.state === 'shown' ? rates.interval(countsOf(rate)) : ''),
    points: rates.points,
    /** The words that a reader must not miss beside a rate. */
    marks: (rate: ShownRate, isFinal: boolean | null = true) => [
      ...(isFinal === false && rate.state !== 'noneDue' ? [t('core:reports.marks.notFinal')] : []),
      ...(rate.isSmallGroup ? [t('core:reports.marks.smallGroup')] : []),
    ],
  }
}

/** A line with the name by which it is told from others. */
export const namedLine = (line: Line, { lineName }: ReturnType<typeof useReportText>): NamedLine => ({
  kind: line.kind,
  key: line.key,
  of: lineName(line),
})
