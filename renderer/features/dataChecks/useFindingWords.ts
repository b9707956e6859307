import { useTranslation } from 'react-i18next'
import type { CheckFinding } from '../../../shared/contract/dataChecks.ts'
import { isIsoDate } from '../../../shared/values/dates.ts'
import { listName } from '../../../shared/values/names.ts'
import { useLevelWords } from '../assessments/levelWords.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'

/** What a finding says, with its days, levels and skills in the reader's words. */
export function useFindingWords() {
  const { t } = useTranslation('dataChecks')
  const { short } = useLevelWords()
  const { day, number } = useLearnerWords()
  function valueOf(name: string, value: string | number): string {
    if (name === 'fromLevel' || name === 'toLevel') return short(Number(value))
    if (typeof value === 'number') return number(value)
    if (name === 'skillArea') return t(`core:words.skillAreas.${value}`)
    return isIsoDate(value) ? (day(value) ?? '') : value
  }
  return {
    /** Whom or which class it is about. */
    nameOf: ({ learner, details }: CheckFinding): string =>
      learner === null ? String(details.code) : listName(learner),
    sentence: ({ rule, details }: CheckFinding): string =>
      t(
        `sentences.${rule}`,
        Object.fromEntries(Object.entries(details).map(([name, value]) => [name, valueOf(name, value)])),
      ),
  }
}
