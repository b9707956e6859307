import { useTranslation } from 'react-i18next'
import type { BackupCredential } from '../../../shared/contract/backups.ts'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** What somebody proves themselves with, as it is typed. */
export interface TypedCredential {
  way: 'passphrase' | 'recoveryCode'
  name: string
  passphrase: string
  recoveryCode: string
}

export const noCredential: TypedCredential = { way: 'passphrase', name: '', passphrase: '', recoveryCode: '' }

/** As the core takes it. */
export const credentialOf = ({ way, name, passphrase, recoveryCode }: TypedCredential): BackupCredential =>
  way === 'passphrase' ? { name, passphrase } : { recoveryCode }

interface CredentialFieldsProps {
  value: TypedCredential
  onChange: (value: TypedCredential) => void
}

/** A name and passphrase, or the recovery code, as they were when the backup was made. */
export function CredentialFields({ value, onChange }: CredentialFieldsProps) {
  const { t } = useTranslation('backups')
  const ways = ['passphrase', 'recoveryCode'] as const
  return (
    <>
      <RadioGroup
        label={t('credential.way')}
        name="way"
        orientation="horizontal"
        options={ways.map((id) => ({ id, label: t(`credential.ways.${id}`) }))}
        value={value.way}
        onChange={(way) => onChange({ ...value, way })}
      />
      {value.way === 'passphrase' ? (
        <>
          <TextField
            label={t('credential.name')}
            name="name"
            value={value.name}
            onChange={(name) => onChange({ ...value, name })}
            isRequired
          />
          <TextField
            label={t('credential.passphrase')}
            hint={t('credential.passphraseHint')}
            name="passphrase"
            type="password"
            autoComplete="off"
            value={value.passphrase}
            onChange={(passphrase) => onChange({ ...value, passphrase })}
            isRequired
          />
        </>
      ) : (
        <TextField
          label={t('credential.recoveryCode')}
          hint={t('credential.recoveryCodeHint')}
          name="recoveryCode"
          autoComplete="off"
          value={value.recoveryCode}
          onChange={(recoveryCode) => onChange({ ...value, recoveryCode })}
          isRequired
        />
      )}
    </>
  )
}
