import { useQuery } from '@tanstack/react-query'
import { api, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useMay } from '../../shell/session.ts'
import { AgedRecordsCard } from './AgedRecordsCard.tsx'
import { BackupsBefore } from './BackupsBefore.tsx'
import { RetentionCard } from './RetentionCard.tsx'
import { TracesNotice } from './TracesNotice.tsx'
import styles from './Keep.module.css'

/** How long records are kept, which are past their time, and erasing them. */
export function KeepTab() {
  const say = useFailureText()
  const mayErase = useMay('administrator')
  const overview = useQuery(api.keep.overview.queryOptions({ input: {} }))
  if (overview.isLoadingError) {
    return (
      <ErrorState
        message={say(failureFrom(overview.error)).message}
        onRetry={() => void overview.refetch()}
      />
    )
  }
  if (!overview.data) return <Skeleton lines={12} />
  const { retentionYears, erasedBytesLeft, lastErasedAt, ...counts } = overview.data
  return (
    <div className={styles.parts}>
      {erasedBytesLeft && <TracesNotice />}
      {mayErase && lastErasedAt !== null && <BackupsBefore lastErasedAt={lastErasedAt} />}
      <RetentionCard retentionYears={retentionYears} />
      <AgedRecordsCard counts={counts} />
    </div>
  )
}
