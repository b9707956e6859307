import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Link } from '../../ui/Link.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { MachineSignIn } from './MachineSignIn.tsx'
import { OpenBackupScreen } from './OpenBackupScreen.tsx'
import { RecoverScreen } from './RecoverScreen.tsx'
import { SignInButton } from './SignInButton.tsx'
import { useSignIn } from './useSignIn.ts'

/** Opens the program file with a name and a passphrase. */
export function SignInScreen({ session }: { session: SessionState }) {
  const { t } = useTranslation('session')
  const [otherWay, setOtherWay] = useState<'recoveryCode' | 'backup' | null>(null)
  const [name, setName] = useState(
    session.accountNames.length === 1 ? (session.accountNames[0] ?? null) : null,
  )
  const [passphrase, setPassphrase] = useState('')
  const { signIn, secondsToWait, failure, isPending } = useSignIn(name)
  const back = () => setOtherWay(null)
  if (otherWay === 'recoveryCode') return <RecoverScreen session={session} onBack={back} />
  if (otherWay === 'backup') return <OpenBackupScreen isProgramHere onBack={back} />
  return (
    <EntryFrame title={session.programName ?? t('appName')} lead={t('signIn.lead')}>
      {session.machineAccount !== null && <MachineSignIn name={session.machineAccount} />}
      <Form onSubmit={() => void signIn(passphrase)}>
        <FormErrors errors={failure?.items ?? []} />
        <Select
          label={t('signIn.name')}
          name="name"
          options={session.accountNames.map((account) => ({ id: account, label: account }))}
          value={name}
          onChange={setName}
          isRequired
          autoFocus={name === null}
          errorMessage={failure?.fields.name}
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
          errorMessage={failure?.fields.passphrase}
        />
        <div className={styles.actions}>
          <SignInButton secondsToWait={secondsToWait} isPending={isPending}>
            {t('signIn.submit')}
          </SignInButton>
        </div>
      </Form>
      <p className={styles.otherWays}>
        <Link isQuiet onPress={() => setOtherWay('recoveryCode')}>
          {t('signIn.useRecoveryCode')}
        </Link>
        <Link isQuiet onPress={() => setOtherWay('backup')}>
          {t('backups:opening.link')}
        </Link>
      </p>
    </EntryFrame>
  )
}
