import { useTranslation } from 'react-i18next'
import type { AttemptRow } from '../../../shared/contract/cohortValues.ts'
import type { Credential } from '../../../shared/contract/tracks.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { useWarningText } from './CohortWarnings.tsx'
import { MemberStatusDot } from './MemberStatusDot.tsx'
import { useDays } from './useDays.ts'

const warningMeanings: Record<AttemptRow['warnings'][number]['kind'], Meaning> = {
  windowCloses: 'warning',
  lastAttempt: 'warning',
  noAttemptsLeft: 'danger',
  windowClosed: 'danger',
}

interface MemberStandingProps {
  row: AttemptRow
  credential: Credential
}

/** Where somebody stands at the exam: certified, what to look out for, or until when there is time. */
export function MemberStanding({ row, credential }: MemberStandingProps) {
  const { t } = useTranslation('cohorts')
  const { day } = useDays()
  const say = useWarningText()
  if (row.certifiedOn !== null) {
    return <StatusDot kind="success">{t('standing.certified', { day: day(row.certifiedOn) })}</StatusDot>
  }
  if (row.warnings.length > 0) {
    return row.warnings.map((warning) => (
      <div key={`${warning.kind} ${'part' in warning ? warning.part : ''}`}>
        <StatusDot kind={warningMeanings[warning.kind]}>{say(warning, credential.parts)}</StatusDot>
      </div>
    ))
  }
  if (row.pending) {
    return (
      <StatusDot kind="info">
        {row.windowCloses === null
          ? t('standing.pending')
          : t('standing.pendingUntil', { day: day(row.windowCloses) })}
      </StatusDot>
    )
  }
  return <MemberStatusDot status={row.status} />
}
