import { newAccountHolder, withHolder } from '../accounts/accountHolders.ts'
import type { Core } from '../core.ts'
import { accountHolder } from '../opening/keyring.ts'
import { enter } from './enter.ts'
import { prove } from './signIn.ts'

interface Recovery {
  recoveryCode: string
  /** An administrator's. */
  name: string
  /** Their new passphrase. */
  passphrase: string
}

/** Opens the file with the recovery code; the administrator named signs in with a new passphrase. */
export async function recover(core: Core, { recoveryCode, name, passphrase }: Recovery): Promise<void> {
  const { keyring, key } = await prove(core, 'recoveryCode', { recoveryCode }, 'session.recoveryCodeWrong')
  const ownName = accountHolder(keyring, name)?.name ?? name
  const account = { name: ownName, passphrase, isTemporary: false }
  const holder = await newAccountHolder(key, account, core.settings.scryptCost)
  await enter(core, {
    keyring,
    key,
    name: ownName,
    action: 'session.recover',
    administratorsOnly: true,
    change: (before) => ({
      ...withHolder(before, holder),
      recovery: before.recovery && { ...before.recovery, standing: 'used' },
    }),
  })
  core.signInTries.forget(`account:${ownName}`)
}
