import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import styles from './Keys.module.css'
import { MachineCard } from './MachineCard.tsx'
import { PassphraseCard } from './PassphraseCard.tsx'
import { RecoveryCodeCard } from './RecoveryCodeCard.tsx'
import { RekeyCard } from './RekeyCard.tsx'

/** What opens the program file: one's own passphrase, this computer, the recovery code, and the key itself. */
export function KeysTab() {
  const { t } = useTranslation('keys')
  const say = useFailureText()
  const mayManage = useMay('administrator')
  const keys = useQuery(api.keys.state.queryOptions({ input: {} }))
  if (keys.isLoadingError)
    return <ErrorState message={say(failureFrom(keys.error)).message} onRetry={() => void keys.refetch()} />
  if (!keys.data) return <Skeleton lines={8} />
  return (
    <div className={styles.cards}>
      <p className={styles.lead}>{t('lead')}</p>
      <PassphraseCard />
      <MachineCard keys={keys.data} />
      {mayManage && (
        <>
          <RecoveryCodeCard code={keys.data.recoveryCode} />
          <RekeyCard />
        </>
      )}
    </div>
  )
}
