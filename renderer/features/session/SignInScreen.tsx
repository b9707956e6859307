import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'

/** Opens the program file with a name and a passphrase. */
export function SignInScreen({ session }: { session: SessionState }) {
  const { t } = useTranslation('session')
  const [name, setName] = useState(
    session.accountNames.length === 1 ? (session.accountNames[0] ?? null) : null,
  )
  const [passphrase, setPassphrase] = useState('')
  const signIn = useCommand(api.session.signIn)
  const submit = () => signIn.run({ name: name ?? '', passphrase })
  return (
    <EntryFrame title={session.programName ?? t('appName')} lead={t('signIn.lead')}>
      <Form onSubmit={submit}>
        <FormErrors errors={signIn.failure?.items ?? []} />
        <Select
          label={t('signIn.name')}
          name="name"
          options={session.accountNames.map((account) => ({ id: account, label: account }))}
          value={name}
          onChange={setName}
          isRequired
          autoFocus={name === null}
          errorMessage={signIn.failure?.fields.name}
        />
        <TextField
          label={t('signIn.passphrase')}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          isRequired
          autoFocus={name !== null}
          errorMessage={signIn.failure?.fields.passphrase}
        />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" isPending={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
        </div>
      </Form>
    </EntryFrame>
  )
}
