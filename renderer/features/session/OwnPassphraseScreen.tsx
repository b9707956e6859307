import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignedInAccount } from '../../../shared/contract/session.ts'
import { api } from '../../api.ts'
import { signOutOfPage } from '../../lock/leavePage.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx'

/** Whoever came in with a passphrase that somebody else gave them chooses their own before anything else. */
export function OwnPassphraseScreen({ account }: { account: SignedInAccount }) {
  const { t } = useTranslation('session')
  const [current, setCurrent] = useState('')
  const next = useNewPassphrase()
  const change = useCommand(api.accounts.changePassphrase)
  const submit = () => {
    if (next.isRepeated()) change.run({ current, next: next.first })
  }
  return (
    <EntryFrame title={t('ownPassphrase.title')} lead={t('ownPassphrase.lead', { name: account.name })}>
      <Form onSubmit={submit}>
        <FormErrors errors={next.errors ?? change.failure?.items ?? []} />
        <TextField
          label={t('ownPassphrase.current')}
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
        <div className={styles.actions}>
          <Button variant="quiet" onPress={() => void signOutOfPage()}>
            {t('ownPassphrase.leave')}
          </Button>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            {t('changePassphrase.submit')}
          </Button>
        </div>
      </Form>
    </EntryFrame>
  )
}
