import type { Core } from '../core.ts'
import { readKeyring } from '../opening/keyring.ts'
import { openWithKey, sealWithKey, type Sealed } from '../opening/keys.ts'

const purpose = 'the key of a program file on one machine'

/** The file's key as a machine's secret opens it. */
export const sealForMachine = (fileKey: Buffer, secret: Buffer): Sealed =>
  sealWithKey(fileKey, secret, purpose)

/** The file's key, or null when the machine's secret belongs to another keyring. */
export const openForMachine = (sealed: Sealed, secret: Buffer): Buffer | null =>
  openWithKey(sealed, secret, purpose)

/**
 * Whose file this machine can open now without a passphrase: once after each start, and after a lock not
 * before they have signed in with it again.
 */
export async function machineAccount(core: Core): Promise<string | null> {
  const { machineVault, programFile } = core.settings
  if (!machineVault || !core.isFresh) return null
  const machine = readKeyring(programFile)?.machine
  if (!machine || (await machineVault.state()) !== 'available' || !(await machineVault.isAwake())) return null
  return machine.accountName
}

/** Somebody has signed in: should the program have been locked before, their machine's key works again. */
export async function wakeMachineKey(core: Core, accountName: string): Promise<void> {
  const { machineVault, programFile } = core.settings
  if (!machineVault || readKeyring(programFile)?.machine?.accountName !== accountName) return
  await machineVault.wake()
}
