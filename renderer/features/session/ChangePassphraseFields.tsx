import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx'

/** A change of one's own passphrase while it is typed. */
export function useChangePassphrase() {
  const [current, setCurrent] = useState('')
  const next = useNewPassphrase()
  const change = useCommand(api.accounts.changePassphrase)
  return {
    current,
    setCurrent,
    next,
    refusals: change.failure?.fields ?? {},
    /** What to list above the form. */
    errors: next.errors ?? change.failure?.items ?? [],
    isPending: change.isPending,
    submit(onSuccess?: () => void) {
      if (next.isRepeated()) change.run({ current, next: next.first }, onSuccess ? { onSuccess } : {})
    },
  }
}

interface ChangePassphraseFieldsProps {
  value: ReturnType<typeof useChangePassphrase>
  /** What the passphrase in use is called. */
  currentLabel: string
}

/** The passphrase in use, and a new one twice. */
export function ChangePassphraseFields({ value, currentLabel }: ChangePassphraseFieldsProps) {
  const { t } = useTranslation('session')
  return (
    <>
      <TextField
        label={currentLabel}
        name="current"
        type="password"
        autoComplete="current-password"
        value={value.current}
        onChange={value.setCurrent}
        isRequired
        autoFocus
        errorMessage={value.refusals.current}
      />
      <NewPassphraseFields
        value={value.next}
        label={t('changePassphrase.next')}
        name="next"
        errorMessage={value.refusals.next}
      />
    </>
  )
}
