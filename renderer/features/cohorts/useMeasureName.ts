import { useTranslation } from 'react-i18next'
import { useLocalText } from '../../useLocalText.ts'
import type { RateRow } from './rateRows.ts'

/** Names a rate: "First-time pass rate: Skills". */
export function useMeasureName() {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  return ({ measure, part }: Pick<RateRow, 'measure' | 'part'>) =>
    part === null ? t(`measures.${measure}`) : t('measures.firstTimePassRateOfPart', { part: say(part.name) })
}
