import { sealFor, type KeyHolder } from '../opening/keyHolders.ts'
import { refuseForeignKeyring, sealKeyring, type Keyring } from '../opening/keyring.ts'

/**
 * The keyring with another file key for everybody who can open the file now: each passphrase and the recovery
 * code stay as they are. No machine keeps a key any more.
 */
export function rekeyedKeyring(keyring: Keyring, key: Buffer, newKey: Buffer): Keyring {
  refuseForeignKeyring(keyring, key)
  const resealed = <Holder extends KeyHolder>(holder: Holder): Holder => ({
    ...holder,
    fileKey: holder.fileKey && sealFor(holder, newKey),
  })
  const accounts = keyring.accounts.map(resealed)
  const recovery = keyring.recovery && resealed(keyring.recovery)
  return sealKeyring({ ...keyring, accounts, recovery, machine: null }, newKey)
}
