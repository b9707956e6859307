import type { MachineVault } from '../../db/opening/machineVault.ts'

export type VaultState = Awaited<ReturnType<MachineVault['state']>>

/**
 * Linux key stores that seal what they keep. Chromium falls back to `basic_text`, a password that everybody
 * knows, and says `unknown` where it cannot tell; a name that is not here counts as plain text too.
 */
const sealingBackends: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']

interface KeyStore {
  platform: NodeJS.Platform
  /** The key store that Electron chose on Linux; null on other systems. */
  backend: string | null
  /** Whether Electron can seal with it now. */
  isAvailable: boolean
}

/** Whether the system's key store can be trusted with the machine's key. */
export function vaultState({ platform, backend, isAvailable }: KeyStore): VaultState {
  if (platform === 'linux' && (backend === null || !sealingBackends.includes(backend))) return 'plainText'
  return isAvailable ? 'available' : 'none'
}
