import { useTranslation } from 'react-i18next'
import type { MemberStatus } from '../../../shared/rules/completion.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'

const meanings: Record<MemberStatus, Meaning> = {
  notYetStarted: 'neutral',
  stillIn: 'info',
  completed: 'success',
  withdrew: 'warning',
  excluded: 'neutral',
  didNotStart: 'neutral',
}

/** Where a member stands, in a word with its mark. */
export function MemberStatusDot({ status }: { status: MemberStatus }) {
  const { t } = useTranslation('core')
  return (
    <StatusDot kind={meanings[status]}>
      {status === 'notYetStarted'
        ? t('words.memberStatuses.notYetStarted')
        : t(`words.memberOutcomes.${status}`)}
    </StatusDot>
  )
}
