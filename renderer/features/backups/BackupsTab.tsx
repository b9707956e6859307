import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSource } from '../../../shared/contract/backups.ts'
import { api, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import styles from './Backups.module.css'
import { BackupsCard } from './BackupsCard.tsx'
import { LastRestore } from './LastRestore.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { SecondFolderCard } from './SecondFolderCard.tsx'

/** The backups of the program: made, copied, looked into and restored. */
export function BackupsTab() {
  const { t } = useTranslation('backups')
  const say = useFailureText()
  const state = useQuery(api.backups.list.queryOptions({ input: {} }))
  const [restoring, setRestoring] = useState<BackupSource | null>(null)
  if (state.isLoadingError)
    return <ErrorState message={say(failureFrom(state.error)).message} onRetry={() => void state.refetch()} />
  if (!state.data) return <Skeleton lines={8} />
  return (
    <div className={styles.cards}>
      <p className={styles.lead}>{t('lead')}</p>
      {state.data.lastRestore && (
        <LastRestore
          restore={state.data.lastRestore}
          onUndo={() => setRestoring({ id: state.data.lastRestore?.replacedId ?? '' })}
        />
      )}
      <BackupsCard backups={state.data.backups} onRestore={setRestoring} />
      <SecondFolderCard folder={state.data.secondFolder} />
      {restoring && <RestoreDialog source={restoring} onClose={() => setRestoring(null)} />}
    </div>
  )
}
