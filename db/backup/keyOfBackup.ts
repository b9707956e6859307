import type { BackupCredential } from '../../shared/contract/backups.ts'
import type { Core } from '../core.ts'
import { accountHolder } from '../opening/keyring.ts'
import { keyringsOf, proveWith } from '../session/signIn.ts'

/** A program's key, and whose passphrase brought it; null for the recovery code, which is nobody's. */
export interface OpenedKey {
  key: Buffer
  accountName: string | null
}

/**
 * The key of the program at `programFile`, as its own keyring gives it for a passphrase or recovery code of its
 * time. Wrong tries count with those of the sign-in: a backup is no way around the waiting.
 *
 * @throws a refusal `backups.wrongCredential`, the same for an unknown name and a wrong passphrase
 */
export async function keyOfBackup(
  core: Core,
  programFile: string,
  credential: BackupCredential,
): Promise<OpenedKey> {
  const keyrings = keyringsOf(programFile)
  const name = 'name' in credential ? credential.name : null
  const holder = name === null ? undefined : keyrings.flatMap((one) => accountHolder(one, name) ?? [])[0]
  const who = name === null ? 'recoveryCode' : holder ? (`account:${holder.name}` as const) : 'unknownName'
  const { key } = await proveWith(core, keyrings, who, credential, 'backups.wrongCredential')
  return { key, accountName: holder?.name ?? null }
}
