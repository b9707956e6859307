import { randomBytes } from 'node:crypto'
import { readRecoveryCode, recoveryCodeBytes, recoveryCodeFrom } from '../../shared/values/recoveryCode.ts'
import { newKeyHolder } from '../opening/keyHolders.ts'
import type { RecoveryHolder } from '../opening/keyring.ts'
import type { ScryptCost } from '../opening/keys.ts'

/** A new random recovery code as it is shown, and its place in the keyring; nothing else keeps it. */
export async function newRecoveryHolder(
  fileKey: Buffer,
  madeAt: string,
  cost: ScryptCost,
): Promise<{ recoveryCode: string; holder: RecoveryHolder }> {
  const recoveryCode = recoveryCodeFrom(randomBytes(recoveryCodeBytes))
  const holder = await newKeyHolder(fileKey, readRecoveryCode(recoveryCode)!, cost)
  return { recoveryCode, holder: { ...holder, madeAt, standing: 'shown' } }
}
