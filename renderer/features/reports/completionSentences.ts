import type { TFunction } from 'i18next'
import type { CompletionReport } from '../../../shared/contract/reports.ts'

/** What the report says, in a sentence: the same words as on the first sheet of its workbook. */
export function completionSentences(
  { total, scope }: CompletionReport,
  t: TFunction<'reports'>,
  asOf: string,
): string {
  const cohorts = scope.cohortCodes.length
  return total.enrolled === null
    ? t('core:reports.sentences.enrolledHidden', { cohorts })
    : t('core:reports.sentences.enrolled', { cohorts, enrolled: total.enrolled, asOf })
}
