import { sealFor } from '../opening/keyHolders.ts'
import type { AccountHolder, Keyring, KeyringContent } from '../opening/keyring.ts'

/** An account as the program file has it; the program file is right. */
interface KnownAccount {
  name: string
  active: number
}

function healedHolder(
  holder: AccountHolder,
  accounts: readonly KnownAccount[],
  fileKey: Buffer,
): AccountHolder[] {
  const account = accounts.find(({ name }) => name === holder.name)
  if (!account) return []
  if (account.active === 0) return [{ ...holder, fileKey: null }]
  return [{ ...holder, fileKey: holder.fileKey ?? sealFor(holder, fileKey) }]
}

/**
 * What the keyring should hold for the accounts of the program file, or null when it does: nobody without an
 * account, no key for who may not sign in. They differ after somebody put an older key file back.
 */
export function healedKeyring(
  keyring: Keyring,
  accounts: readonly KnownAccount[],
  fileKey: Buffer,
): KeyringContent | null {
  const holders = keyring.accounts.flatMap((holder) => healedHolder(holder, accounts, fileKey))
  const isWhole =
    holders.length === keyring.accounts.length &&
    holders.every(
      (holder, place) => (holder.fileKey === null) === (keyring.accounts[place]!.fileKey === null),
    )
  return isWhole ? null : { ...keyring, accounts: holders }
}
