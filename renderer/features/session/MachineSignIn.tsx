import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { KeyIcon } from '../../ui/icons.ts'
import { useCommand } from '../../useCommand.ts'
import styles from './EntryFrame.module.css'

/** Opens the program with the key that this computer keeps for one person. */
export function MachineSignIn({ name }: { name: string }) {
  const { t } = useTranslation('session')
  const signIn = useCommand(api.session.signInWithMachine)
  return (
    <div className={styles.otherWays}>
      <Button icon={KeyIcon} isWide isPending={signIn.isPending} onPress={() => signIn.run({})}>
        {t('signIn.withMachine', { name })}
      </Button>
      {signIn.failure && <InlineError>{signIn.failure.message}</InlineError>}
    </div>
  )
}
