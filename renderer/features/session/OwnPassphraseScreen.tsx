import { useTranslation } from 'react-i18next'
import type { SignedInAccount } from '../../../shared/contract/session.ts'
import { signOutOfPage } from '../../lock/leavePage.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { ChangePassphraseFields, useChangePassphrase } from './ChangePassphraseFields.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'

/** Whoever came in with a passphrase that somebody else gave them chooses their own before anything else. */
export function OwnPassphraseScreen({ account }: { account: SignedInAccount }) {
  const { t } = useTranslation('session')
  const change = useChangePassphrase()
  return (
    <EntryFrame title={t('ownPassphrase.title')} lead={t('ownPassphrase.lead', { name: account.name })}>
      <Form onSubmit={() => change.submit()}>
        <FormErrors errors={change.errors} />
        <ChangePassphraseFields value={change} currentLabel={t('ownPassphrase.current')} />
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
