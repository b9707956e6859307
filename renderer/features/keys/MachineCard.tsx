import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeysState } from '../../../shared/contract/keys.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { useCommand } from '../../useCommand.ts'
import { ConfirmWithPassphrase } from './ConfirmWithPassphrase.tsx'
import styles from './Keys.module.css'

/** The key that this computer may keep for one person, by choice. */
export function MachineCard({ keys }: { keys: KeysState }) {
  const { t } = useTranslation('keys')
  const { account } = useSession()
  const [isAsking, setAsking] = useState(false)
  const remember = useCommand(api.keys.rememberMachine)
  const forget = useCommand(api.keys.forgetMachine)
  const isKept = keys.machineAccount !== null
  const mayKeep = keys.machineVault === 'available' && keys.machineAccount !== account.name
  const text = isKept
    ? t('machine.kept', { name: keys.machineAccount })
    : t(`machine.${keys.machineVault ?? 'noHost'}`)
  return (
    <Card
      title={t('machine.title')}
      action={
        isKept ? (
          <Button isSmall isPending={forget.isPending} onPress={() => forget.run({})}>
            {t('machine.forget')}
          </Button>
        ) : (
          mayKeep && (
            <Button isSmall onPress={() => setAsking(true)}>
              {t('machine.remember')}
            </Button>
          )
        )
      }
    >
      <div className={styles.text}>
        <p>{text}</p>
        {forget.failure && <InlineError>{forget.failure.message}</InlineError>}
      </div>
      {isAsking && (
        <ConfirmWithPassphrase
          title={t('machine.title')}
          submitLabel={t('machine.remember')}
          onSubmit={(passphrase) => remember.run({ passphrase }, { onSuccess: () => setAsking(false) })}
          onCancel={() => setAsking(false)}
          isPending={remember.isPending}
          failure={remember.failure}
        >
          {t('machine.question')}
        </ConfirmWithPassphrase>
      )}
    </Card>
  )
}
