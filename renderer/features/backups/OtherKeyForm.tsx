import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupCredential } from '../../../shared/contract/backups.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Backups.module.css'
import { CredentialFields, credentialOf, noCredential } from './CredentialFields.tsx'

interface OtherKeyFormProps {
  /** Why it is asked. */
  message: string
  onOpen: (credential: BackupCredential) => void
}

/** Asks for what opened a backup when it was made. */
export function OtherKeyForm({ message, onOpen }: OtherKeyFormProps) {
  const { t } = useTranslation('backups')
  const [typed, setTyped] = useState(noCredential)
  return (
    <Form onSubmit={() => onOpen(credentialOf(typed))}>
      <Notice kind="warning">{message}</Notice>
      <CredentialFields value={typed} onChange={setTyped} />
      <div className={styles.actions}>
        <Button type="submit">{t('credential.open')}</Button>
      </div>
    </Form>
  )
}
