import { useTranslation } from 'react-i18next'
import {
  certificationNumbers,
  completionNumbers,
  everybody,
  onlyCohorts,
  type CohortNumber,
} from '../explain/cohortNumbers.ts'
import { useLocalText } from '../../useLocalText.ts'
import type { RateRow } from './rateRows.ts'

/** Some cohorts taken as one group, as of a day; `of` is what the group is called. */
export interface CohortGroup {
  readonly cohortIds: number[]
  readonly asOf: string
  readonly of: string
}

/** The numbers of groups of cohorts, to be opened. */
export function useGroupNumbers() {
  const { t } = useTranslation('reports')
  const say = useLocalText()
  return {
    completion: ({ cohortIds, asOf, of }: CohortGroup, number: Parameters<Completion>[1]): CohortNumber =>
      completionNumbers(t, onlyCohorts(cohortIds, asOf)).of(everybody(of), number),
    /** People who left in one way for one reason. */
    leaving: ({ cohortIds, asOf, of }: CohortGroup, leaving: Parameters<Leaving>[1]): CohortNumber =>
      completionNumbers(t, onlyCohorts(cohortIds, asOf)).ofLeaving(everybody(of), leaving, false),
    /** Completers who are not certified yet and still have time. */
    pending: ({ cohortIds, asOf, of }: CohortGroup): CohortNumber =>
      certificationNumbers(t, onlyCohorts(cohortIds, asOf), null).of(everybody(of), 'pending'),
    /** A rate by its measure, as benchmarks name it. */
    measure(group: CohortGroup, { measure, part }: Pick<RateRow, 'measure' | 'part'>): CohortNumber {
      const filters = onlyCohorts(group.cohortIds, group.asOf)
      const line = everybody(group.of)
      if (measure === 'completionRate') return completionNumbers(t, filters).of(line, measure)
      const numbers = certificationNumbers(t, filters, null)
      if (measure === 'firstTimePassRateOfPart') {
        return numbers.ofPart(line, part?.key ?? '', part === null ? '' : say(part.name))
      }
      return numbers.of(line, measure === 'firstTimePassRate' ? 'firstTime' : measure)
    },
  }
}
type Completion = ReturnType<typeof completionNumbers>['of']
type Leaving = ReturnType<typeof completionNumbers>['ofLeaving']
