import { newKeyHolder } from '../opening/keyHolders.ts'
import type { AccountHolder, KeyringContent } from '../opening/keyring.ts'
import type { ScryptCost } from '../opening/keys.ts'

/** An account's place in the keyring, opened with `passphrase`; a temporary one has to be changed at once. */
export const newAccountHolder = async (
  fileKey: Buffer,
  account: { name: string; passphrase: string; isTemporary: boolean },
  cost: ScryptCost,
): Promise<AccountHolder> => ({
  name: account.name,
  mustChangePassphrase: account.isTemporary,
  ...(await newKeyHolder(fileKey, account.passphrase, cost)),
})

/** The keyring with `holder` in the place of the one of that name, or after the others. */
export function withHolder(keyring: KeyringContent, holder: AccountHolder): KeyringContent {
  const place = keyring.accounts.findIndex(({ name }) => name === holder.name)
  const accounts = place === -1 ? [...keyring.accounts, holder] : keyring.accounts.with(place, holder)
  return { ...keyring, accounts }
}

/** What a machine keeps for an account goes when the account's key is taken away. */
export const withoutMachineOf = (keyring: KeyringContent, name: string): KeyringContent => ({
  ...keyring,
  machine: keyring.machine?.accountName === name ? null : keyring.machine,
})
