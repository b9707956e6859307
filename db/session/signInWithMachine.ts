import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { machineAccount, openForMachine } from '../keys/machineKey.ts'
import { readKeyring, refuseForeignKeyring } from '../opening/keyring.ts'
import { enter } from './enter.ts'

/** Signs in with the key that this machine keeps, for whoever asked it to. */
export async function signInWithMachine(core: Core): Promise<void> {
  const { machineVault, programFile } = core.settings
  const name = await machineAccount(core)
  const keyring = readKeyring(programFile)
  if (name === null || !keyring?.machine) throw refused('session.machineKeyGone')
  core.isFresh = false
  const secret = await machineVault?.read()
  const key = secret ? openForMachine(keyring.machine.fileKey, secret) : null
  secret?.fill(0)
  if (!key) throw refused('session.machineKeyGone')
  refuseForeignKeyring(keyring, key)
  await enter(core, { keyring, key, name, action: 'session.signInWithMachine' })
}
