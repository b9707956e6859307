import { useTranslation } from 'react-i18next'
import { failureTextKey } from '../../../shared/texts/index.ts'

/** Puts a rule's problem into the same words that the core would refuse it with. */
export function useProblemText() {
  const { t } = useTranslation('core')
  return ({ code, values }: { code: string; values: Record<string, string | number> }) =>
    t(failureTextKey(code), values)
}
