import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useJob } from '../../useJob.ts'
import { ConfirmWithPassphrase } from './ConfirmWithPassphrase.tsx'
import styles from './Keys.module.css'

/** Puts the program under another key, for when somebody may have the one it has. */
export function RekeyCard() {
  const { t } = useTranslation('keys')
  const toasts = useToasts()
  const [isAsking, setAsking] = useState(false)
  const rekey = useJob(client.keys.rekey, ['session', 'safety', 'audit'])
  const start = async (passphrase: string) => {
    // A refusal stands in the form.
    const done = await rekey.runAsync({ passphrase }).catch(() => null)
    if (!done) return
    setAsking(false)
    toasts.show({ message: t('rekey.done') })
  }
  const { progress } = rekey
  return (
    <Card
      title={t('rekey.title')}
      action={
        <Button isSmall onPress={() => setAsking(true)}>
          {t('rekey.exchange')}
        </Button>
      }
    >
      <div className={styles.text}>
        <p>{t('rekey.text')}</p>
        <p>{t('rekey.backups')}</p>
      </div>
      {isAsking && (
        <ConfirmWithPassphrase
          title={t('rekey.title')}
          submitLabel={t('rekey.exchange')}
          onSubmit={(passphrase) => void start(passphrase)}
          onCancel={() => (rekey.isRunning ? rekey.cancel() : setAsking(false))}
          isPending={rekey.isRunning}
          failure={rekey.failure}
        >
          {t('rekey.question')}
          {rekey.isRunning && (
            <ProgressBar
              label={progress ? t(`core:progress.${progress.stage}`) : t('rekey.starting')}
              done={progress?.done}
              total={progress?.total ?? undefined}
              onCancel={rekey.cancel}
            />
          )}
        </ConfirmWithPassphrase>
      )}
    </Card>
  )
}
