import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passphraseMinimum } from '../../../shared/contract/session.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'

/** Asks for the current and a new passphrase. */
export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('session')
  const toasts = useToasts()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useCommand(api.accounts.changePassphrase)
  const submit = () =>
    change.run(
      { current, next },
      {
        onSuccess: () => {
          toasts.show({ message: t('changePassphrase.done') })
          onClose()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('changePassphrase.title')}
      submitLabel={t('changePassphrase.submit')}
      onSubmit={submit}
      onCancel={onClose}
      isPending={change.isPending}
      errors={change.failure?.items ?? []}
    >
      <TextField
        label={t('changePassphrase.current')}
        name="current"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        isRequired
        autoFocus
        errorMessage={change.failure?.fields.current}
      />
      <TextField
        label={t('changePassphrase.next')}
        hint={t('setUp.passphraseHint', { minimum: passphraseMinimum })}
        name="next"
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        isRequired
        errorMessage={change.failure?.fields.next}
      />
    </FormDialog>
  )
}
