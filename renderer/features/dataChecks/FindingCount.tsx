import { useTranslation } from 'react-i18next'
import type { RuleCount } from '../../../shared/contract/dataChecks.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'

interface FindingCountProps {
  rule: RuleCount['rule']
  show: 'open' | 'accepted'
  /** As it is written: "3 open". */
  text: string
}

/** How many findings a rule has; it opens what the rule looks for, and the findings. */
export function FindingCount({ rule, show, text }: FindingCountProps) {
  const { t } = useTranslation('dataChecks')
  return (
    <ExplainedNumber
      number={{
        ...{ title: t(`core:words.dataChecks.${rule}`), of: '', text },
        definition: show === 'open' ? 'findings' : 'findingsAccepted',
        meaning: t(`meanings.${rule}`),
        asked: { explain: 'findings', input: { rule, show } },
      }}
    />
  )
}
