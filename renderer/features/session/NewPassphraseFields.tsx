import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passphraseMinimum } from '../../../shared/contract/session.ts'
import { TextField } from '../../ui/TextField.tsx'

/** A new passphrase typed twice. */
export function useNewPassphrase() {
  const { t } = useTranslation('session')
  const [first, setFirst] = useState('')
  const [repeated, setRepeated] = useState('')
  const [differs, setDiffers] = useState(false)
  return {
    first,
    setFirst,
    repeated,
    setRepeated,
    differs,
    /** What to list above the form when they differ. */
    errors: differs ? [{ field: 'repeated', message: t('setUp.passphraseDiffers') }] : null,
    /** Whether both are the same; if not, the second field says so. */
    isRepeated() {
      setDiffers(first !== repeated)
      return first === repeated
    },
  }
}

interface NewPassphraseFieldsProps {
  value: ReturnType<typeof useNewPassphrase>
  /** The first field's label and its name in the input. */
  label: string
  name: string
  errorMessage: string | undefined
  autoFocus?: boolean
}

/** The two fields of a new passphrase. */
export function NewPassphraseFields({
  value,
  label,
  name,
  errorMessage,
  autoFocus = false,
}: NewPassphraseFieldsProps) {
  const { t } = useTranslation('session')
  return (
    <>
      <TextField
        label={label}
        hint={t('setUp.passphraseHint', { minimum: passphraseMinimum })}
        name={name}
        type="password"
        autoComplete="new-password"
        value={value.first}
        onChange={value.setFirst}
        isRequired
        autoFocus={autoFocus}
        errorMessage={errorMessage}
      />
      <TextField
        label={t('setUp.repeat')}
        name="repeated"
        type="password"
        autoComplete="new-password"
        value={value.repeated}
        onChange={value.setRepeated}
        isRequired
        errorMessage={value.differs ? t('setUp.passphraseDiffers') : undefined}
      />
    </>
  )
}
