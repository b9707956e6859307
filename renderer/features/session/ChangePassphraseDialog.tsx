import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx'

/** Asks for the current and a new passphrase. */
export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('session')
  const toasts = useToasts()
  const [current, setCurrent] = useState('')
  const next = useNewPassphrase()
  const change = useCommand(api.accounts.changePassphrase)
  const submit = () => {
    if (!next.isRepeated()) return
    change.run(
      { current, next: next.first },
      {
        onSuccess: () => {
          toasts.show({ message: t('changePassphrase.done') })
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      isOpen
      title={t('changePassphrase.title')}
      submitLabel={t('changePassphrase.submit')}
      onSubmit={submit}
      onCancel={onClose}
      isPending={change.isPending}
      errors={next.errors ?? change.failure?.items ?? []}
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
      <NewPassphraseFields
        value={next}
        label={t('changePassphrase.next')}
        name="next"
        errorMessage={change.failure?.fields.next}
      />
    </FormDialog>
  )
}
