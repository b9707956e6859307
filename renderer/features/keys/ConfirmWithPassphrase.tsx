import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ShownFailure } from '../../useFailureText.ts'
import styles from './Keys.module.css'

interface ConfirmWithPassphraseProps {
  title: string
  submitLabel: string
  /** What is going to happen. */
  children: ReactNode
  onSubmit: (passphrase: string) => void
  onCancel: () => void
  isPending: boolean
  failure: ShownFailure | null
}

/** Asks for the person's passphrase before something that whoever finds an open desk must not do. */
export function ConfirmWithPassphrase({
  title,
  submitLabel,
  children,
  onSubmit,
  onCancel,
  isPending,
  failure,
}: ConfirmWithPassphraseProps) {
  const { t } = useTranslation('keys')
  const [passphrase, setPassphrase] = useState('')
  return (
    <FormDialog
      isOpen
      title={title}
      submitLabel={submitLabel}
      onSubmit={() => onSubmit(passphrase)}
      onCancel={onCancel}
      isPending={isPending}
      errors={failure?.items ?? []}
    >
      <div className={styles.text}>{children}</div>
      <TextField
        label={t('confirm.passphrase')}
        name="passphrase"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        isRequired
        autoFocus
        errorMessage={failure?.fields.passphrase}
      />
    </FormDialog>
  )
}
