import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupCredential, BackupSource } from '../../../shared/contract/backups.ts'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useJob } from '../../useJob.ts'
import styles from './Backups.module.css'
import { BackupContent } from './BackupContent.tsx'
import { OtherKeyForm } from './OtherKeyForm.tsx'

interface RestoreDialogProps {
  source: BackupSource
  onClose: () => void
}

/** Looks into a backup and says what restoring it would set aside, before it is restored. */
export function RestoreDialog({ source, onClose }: RestoreDialogProps) {
  const { t } = useTranslation('backups')
  const preview = useJob(client.backups.preview)
  const restore = useJob(client.backups.restore, ['session', 'program', 'safety'])
  const [credential, setCredential] = useState<BackupCredential | null>(null)
  const begun = useRef(false)
  const look = (with_: BackupCredential | null) => {
    setCredential(with_)
    preview.run({ source, credential: with_ })
  }
  useEffect(() => {
    // Once, also where React mounts twice to find faults.
    if (begun.current) return
    begun.current = true
    look(null)
  })
  const code = preview.failure?.data.code
  const needsCredential = code === 'backups.otherKey' || credential !== null
  const work = restore.isRunning ? restore : preview
  const cancel = () => {
    preview.cancel()
    restore.cancel()
    onClose()
  }
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('restore.title')}
      onClose={cancel}
      footer={
        <>
          <Button onPress={cancel} autoFocus>
            {t('ui:cancel')}
          </Button>
          <Button
            variant="danger"
            isDisabled={!preview.result}
            isPending={restore.isRunning}
            onPress={() => restore.run({ source, credential })}
          >
            {t('restore.submit')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {work.isRunning && (
          <ProgressBar
            label={t(`core:progress.${work.progress?.stage ?? 'checkingBackup'}`)}
            done={work.progress?.done}
            total={work.progress?.total ?? undefined}
          />
        )}
        {preview.result && <BackupContent preview={preview.result} />}
        {preview.failure && needsCredential && !preview.isRunning && (
          <OtherKeyForm message={preview.failure.message} onOpen={look} />
        )}
        {preview.failure && !needsCredential && (
          <InlineError>{preview.failure.items.map(({ message }) => message).join(' ')}</InlineError>
        )}
        {restore.failure && <InlineError>{restore.failure.message}</InlineError>}
      </div>
    </Dialog>
  )
}
