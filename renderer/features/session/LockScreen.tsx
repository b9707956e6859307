import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { signOutOfPage } from '../../lock/leavePage.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { SignInButton } from './SignInButton.tsx'
import { useSignIn } from './useSignIn.ts'

/** Waits for the person who left; anybody else signs them out first. */
export function LockScreen({ locked }: { locked: NonNullable<SessionState['locked']> }) {
  const { t } = useTranslation('session')
  const [passphrase, setPassphrase] = useState('')
  const [isAsking, setAsking] = useState(false)
  const { signIn, secondsToWait, failure, isPending } = useSignIn(locked.name)
  const leave = () => void signOutOfPage()
  return (
    <EntryFrame
      title={t('lock.title', { name: locked.name })}
      lead={locked.keepsDrafts ? t('lock.leadWithDrafts') : t('lock.lead')}
    >
      <Form onSubmit={() => void signIn(passphrase)}>
        <FormErrors errors={failure?.items ?? []} />
        <TextField
          label={t('signIn.passphrase')}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          isRequired
          autoFocus
          errorMessage={failure?.fields.passphrase}
        />
        <div className={styles.actions}>
          <Button variant="quiet" onPress={locked.keepsDrafts ? () => setAsking(true) : leave}>
            {t('lock.somebodyElse')}
          </Button>
          <SignInButton secondsToWait={secondsToWait} isPending={isPending}>
            {t('lock.submit')}
          </SignInButton>
        </div>
      </Form>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('lock.leaveTitle', { name: locked.name })}
        confirmLabel={t('lock.leave')}
        onConfirm={leave}
        onCancel={() => setAsking(false)}
        isDestructive
      >
        {t('lock.leaveDetail', { name: locked.name })}
      </ConfirmDialog>
    </EntryFrame>
  )
}
