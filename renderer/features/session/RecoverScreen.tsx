import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { readRecoveryCode } from '../../../shared/values/recoveryCode.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphraseFields.tsx'
import { SignInButton } from './SignInButton.tsx'
import { useCountdown } from './useSignIn.ts'

interface RecoverScreenProps {
  session: SessionState
  /** Back to the sign-in. */
  onBack: () => void
}

/** Opens the program with the recovery code, when no administrator knows their passphrase any more. */
export function RecoverScreen({ session, onBack }: RecoverScreenProps) {
  const { t } = useTranslation('session')
  const [recoveryCode, setRecoveryCode] = useState('')
  const [name, setName] = useState<string | null>(null)
  const next = useNewPassphrase()
  const recover = useCommand(api.session.recover)
  const secondsToWait = useCountdown(recover.failure, null)
  const fields = recover.failure?.fields ?? {}
  const isComplete = readRecoveryCode(recoveryCode) !== null
  const submit = () => {
    if (next.isRepeated()) recover.run({ recoveryCode, name: name ?? '', passphrase: next.first })
  }
  return (
    <EntryFrame title={t('recover.title')} lead={t('recover.lead')}>
      <Form onSubmit={submit}>
        <FormErrors errors={next.errors ?? recover.failure?.items ?? []} />
        <TextField
          label={t('recover.code')}
          hint={isComplete ? t('recover.codeComplete') : t('recover.codeHint')}
          name="recoveryCode"
          autoComplete="off"
          value={recoveryCode}
          onChange={setRecoveryCode}
          isRequired
          autoFocus
          errorMessage={fields.recoveryCode}
        />
        <Select
          label={t('recover.name')}
          hint={t('recover.nameHint')}
          name="name"
          options={session.accountNames.map((account) => ({ id: account, label: account }))}
          value={name}
          onChange={setName}
          isRequired
          errorMessage={fields.name}
        />
        <NewPassphraseFields
          value={next}
          label={t('recover.passphrase')}
          name="passphrase"
          errorMessage={fields.passphrase}
        />
        <div className={styles.actions}>
          <Button variant="quiet" onPress={onBack}>
            {t('recover.back')}
          </Button>
          <SignInButton secondsToWait={secondsToWait} isPending={recover.isPending}>
            {t('recover.submit')}
          </SignInButton>
        </div>
      </Form>
    </EntryFrame>
  )
}
