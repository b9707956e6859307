import { createECDH } from 'node:crypto'
import * as z from 'zod'
import { derivedKey, openWithKey, sealedSchema, sealWithKey } from './keys.ts'

/**
 * Key pairs on NIST P-256, so that a secret can be sealed for somebody who is not there. `createECDH` and this
 * curve are in the TLS libraries of Node and of Electron alike, and its keys are plain bytes that can be wiped.
 */
const curve = 'prime256v1'

/** A secret sealed to a public key: the sender's one-time public key, and the box it opens. */
export const pairSealedSchema = sealedSchema.extend({ oneTimeKey: z.base64() })
export type PairSealed = z.infer<typeof pairSealedSchema>

export interface KeyPair {
  /** 65 bytes: an uncompressed point. */
  publicKey: Buffer
  /** 32 bytes or fewer. Wipe it after use. */
  privateKey: Buffer
}

/** A new random key pair. */
export function newKeyPair(): KeyPair {
  const pair = createECDH(curve)
  const publicKey = pair.generateKeys()
  return { publicKey, privateKey: pair.getPrivateKey() }
}

/** The key pair that follows from a 256-bit secret: whoever can make the secret again can make the pair again. */
export function keyPairFrom(secret: Buffer): KeyPair {
  const pair = createECDH(curve)
  pair.setPrivateKey(secret)
  return { publicKey: pair.getPublicKey(), privateKey: pair.getPrivateKey() }
}

/** The key that both sides can work out; bound to both public keys, so that neither can be exchanged. */
function sharedKey(secret: Buffer, oneTimeKey: Buffer, publicKey: Buffer, purpose: string): Buffer {
  const key = derivedKey(secret, purpose, Buffer.concat([oneTimeKey, publicKey]))
  secret.fill(0)
  return key
}

/** Seals `secret` so that only the holder of the private key gets it back, for the same `purpose`. */
export function sealToPublicKey(secret: Buffer, publicKey: Buffer, purpose: string): PairSealed {
  const oneTime = createECDH(curve)
  const oneTimeKey = oneTime.generateKeys()
  const key = sharedKey(oneTime.computeSecret(publicKey), oneTimeKey, publicKey, purpose)
  const box = sealWithKey(secret, key, purpose)
  key.fill(0)
  return { oneTimeKey: oneTimeKey.toString('base64'), ...box }
}

/** The secret, or null when it was sealed for another key or purpose, or was changed since. */
export function openWithPrivateKey(box: PairSealed, pair: KeyPair, purpose: string): Buffer | null {
  try {
    const own = createECDH(curve)
    own.setPrivateKey(pair.privateKey)
    const oneTimeKey = Buffer.from(box.oneTimeKey, 'base64')
    const key = sharedKey(own.computeSecret(oneTimeKey), oneTimeKey, pair.publicKey, purpose)
    const secret = openWithKey(box, key, purpose)
    key.fill(0)
    return secret
  } catch {
    // A point that is not on the curve.
    return null
  }
}
