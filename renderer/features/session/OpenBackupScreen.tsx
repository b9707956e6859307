import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useJob } from '../../useJob.ts'
import { CredentialFields, credentialOf, noCredential } from '../backups/CredentialFields.tsx'
import { useBackupWords } from '../backups/useBackupWords.ts'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { SignInButton } from './SignInButton.tsx'
import { useCountdown } from './useSignIn.ts'

const elsewhere = 'elsewhere'

interface OpenBackupScreenProps {
  /** Whether a program is here already, which the backup would take the place of. */
  isProgramHere: boolean
  /** Back to where one came from. */
  onBack: () => void
}

/** Opens a backup before anybody has signed in: on a new computer, or when the program does not open. */
export function OpenBackupScreen({ isProgramHere, onBack }: OpenBackupScreenProps) {
  const { t } = useTranslation('backups')
  const toasts = useToasts()
  const words = useBackupWords()
  const known = useQuery(api.backups.toOpen.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [folder, setFolder] = useState('')
  const [typed, setTyped] = useState(noCredential)
  const opening = useJob(client.backups.open, ['session', 'program', 'safety'])
  const secondsToWait = useCountdown(opening.failure, null)
  const backups = known.data ?? []
  const id = chosen ?? backups[0]?.id ?? elsewhere
  const source = id === elsewhere ? { folder } : { id }
  const open = async () => {
    const opened = await opening.runAsync({ source, credential: credentialOf(typed) }).catch(() => null)
    if (!opened) return
    toasts.show({ message: t('opening.done') })
    onBack()
  }
  return (
    <EntryFrame
      title={t('opening.title')}
      lead={isProgramHere ? t('opening.leadOver') : t('opening.leadNew')}
    >
      <Form onSubmit={() => void open()}>
        <FormErrors errors={opening.failure?.items ?? []} />
        {backups.length > 0 && (
          <Select
            label={t('opening.backup')}
            name="backup"
            options={[
              ...backups.map((backup) => ({
                id: backup.id,
                label: words.moment(backup.madeAt),
                detail: t(`reasons.${backup.reason}`),
              })),
              { id: elsewhere, label: t('opening.elsewhere') },
            ]}
            value={id}
            onChange={setChosen}
          />
        )}
        {id === elsewhere && (
          <TextField
            label={t('folder')}
            hint={t('folderHint')}
            name="source.folder"
            value={folder}
            onChange={setFolder}
            isRequired
            errorMessage={opening.failure?.fields['source.folder']}
          />
        )}
        <CredentialFields value={typed} onChange={setTyped} />
        {opening.isRunning && (
          <ProgressBar
            label={t(`core:progress.${opening.progress?.stage ?? 'placingBackup'}`)}
            done={opening.progress?.done}
            total={opening.progress?.total ?? undefined}
            onCancel={opening.cancel}
          />
        )}
        <div className={styles.actions}>
          <Button variant="quiet" onPress={onBack}>
            {t('opening.back')}
          </Button>
          <SignInButton secondsToWait={secondsToWait} isPending={opening.isRunning}>
            {t('opening.submit')}
          </SignInButton>
        </div>
      </Form>
    </EntryFrame>
  )
}
