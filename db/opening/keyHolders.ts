import * as z from 'zod'
import { newKeyPair, openWithPrivateKey, pairSealedSchema, sealToPublicKey } from './keyPairs.ts'
import { openWithPassphrase, passphraseSealedSchema, sealWithPassphrase, type ScryptCost } from './keys.ts'

/**
 * Somebody who can open the program file: a key pair whose private half a passphrase seals, and the file's
 * key sealed to its public half. So the file's key can be given to a holder, taken away or exchanged without
 * knowing the passphrase.
 */
export const keyHolderSchema = z.object({
  publicKey: z.base64(),
  privateKey: passphraseSealedSchema,
  /** Null while the holder may not open the file. */
  fileKey: pairSealedSchema.nullable(),
})
export type KeyHolder = z.infer<typeof keyHolderSchema>

const purpose = 'the key of a program file'
const publicKeyOf = (holder: Pick<KeyHolder, 'publicKey'>) => Buffer.from(holder.publicKey, 'base64')

/** A new holder of `fileKey`, who opens it with `passphrase`; takes as long as `cost` says. */
export async function newKeyHolder(
  fileKey: Buffer,
  passphrase: string,
  cost: ScryptCost,
): Promise<KeyHolder> {
  const pair = newKeyPair()
  const privateKey = await sealWithPassphrase(pair.privateKey, passphrase, cost)
  pair.privateKey.fill(0)
  const holder = { publicKey: pair.publicKey.toString('base64'), privateKey }
  return { ...holder, fileKey: sealFor(holder, fileKey) }
}

/** `fileKey` sealed for one holder. Only for holders of a keyring whose seal was checked. */
export const sealFor = (holder: Pick<KeyHolder, 'publicKey'>, fileKey: Buffer) =>
  sealToPublicKey(fileKey, publicKeyOf(holder), purpose)

/** The file's key, or null when the passphrase is another or the holder may not open the file. */
export async function fileKeyOf(holder: KeyHolder, passphrase: string): Promise<Buffer | null> {
  if (!holder.fileKey) return null
  const privateKey = await openWithPassphrase(holder.privateKey, passphrase)
  if (!privateKey) return null
  const fileKey = openWithPrivateKey(holder.fileKey, { publicKey: publicKeyOf(holder), privateKey }, purpose)
  privateKey.fill(0)
  return fileKey
}
