import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/contract/accounts.ts'
import { passphraseMinimum } from '../../../shared/contract/session.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'

/** Gives somebody who forgot theirs another passphrase; they choose their own when they sign in with it. */
export function ResetPassphraseDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('program')
  const toasts = useToasts()
  const [passphrase, setPassphrase] = useState('')
  const reset = useCommand(api.accounts.resetPassphrase)
  const submit = () =>
    reset.run(
      { id: account.id, passphrase },
      {
        onSuccess: () => {
          toasts.show({ message: t('people.resetDone', { name: account.name }) })
          onClose()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('people.resetTitle', { name: account.name })}
      submitLabel={t('people.reset')}
      onSubmit={submit}
      onCancel={onClose}
      isPending={reset.isPending}
      errors={reset.failure?.items ?? []}
    >
      <p>{t('people.resetText')}</p>
      {/* Shown as it is typed: it is going to be read aloud or written on paper for somebody else. */}
      <TextField
        label={t('people.firstPassphrase')}
        hint={t('people.firstPassphraseHint', { minimum: passphraseMinimum })}
        name="passphrase"
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
        isRequired
        autoFocus
        errorMessage={reset.failure?.fields.passphrase}
      />
    </FormDialog>
  )
}
