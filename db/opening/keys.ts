import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt as scryptWithCallback,
} from 'node:crypto'
import { promisify } from 'node:util'
import * as z from 'zod'

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scryptWithCallback,
)

/**
 * How hard a passphrase is to guess. Stored with each sealed key, so that it can be raised later; bounded,
 * so that an edited key file cannot ask for all the memory there is.
 */
export const scryptCost = z.object({
  N: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
})
export type ScryptCost = z.infer<typeof scryptCost>

/** About 0.4 s and 128 MiB a try on an office machine (OWASP Password Storage Cheat Sheet). */
export const officeScryptCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

const base64 = z.base64()
const bytesOf = (text: string) => Buffer.from(text, 'base64')

/** A secret sealed with a 256-bit key (AES-256-GCM). */
export const sealedSchema = z.object({ nonce: base64, sealed: base64, tag: base64 })
export type Sealed = z.infer<typeof sealedSchema>

/** A secret sealed with a key made from a passphrase. */
export const passphraseSealedSchema = sealedSchema.extend({ cost: scryptCost, salt: base64 })
export type PassphraseSealed = z.infer<typeof passphraseSealedSchema>

/** A random 256-bit key, such as a program file's. */
export const newKey = (): Buffer => randomBytes(32)

/**
 * A 256-bit key for one purpose, made from another secret: HKDF-SHA-256 (RFC 5869), of which one block is
 * enough. From two HMACs, because Electron's TLS library has not always had HKDF itself.
 */
export function derivedKey(secret: Buffer, purpose: string, salt: Buffer = Buffer.alloc(32)): Buffer {
  const extracted = createHmac('sha256', salt).update(secret).digest()
  const block = createHmac('sha256', extracted)
    .update(purpose)
    .update(Buffer.from([1]))
    .digest()
  extracted.fill(0)
  return block
}

/** Seals `secret` with `key`; it opens only with the same key for the same `purpose`. */
export function sealWithKey(secret: Buffer, key: Buffer, purpose: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return {
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The secret, or null when it was sealed with another key, for another purpose, or was changed since. */
export function openWithKey(box: Sealed, key: Buffer, purpose: string): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(box.nonce), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytesOf(box.tag))
    return Buffer.concat([decipher.update(bytesOf(box.sealed)), decipher.final()])
  } catch {
    return null
  }
}

async function keyFromPassphrase(passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const maxmem = 2 * 128 * cost.N * cost.r
  // The same passphrase typed on two keyboards can differ in its accents' encoding.
  return scrypt(passphrase.normalize('NFKC'), salt, 32, { ...cost, maxmem })
}

const passphrasePurpose = 'sealed with a passphrase'

/** Seals `secret` so that only `passphrase` brings it back; takes as long as `cost` says. */
export async function sealWithPassphrase(
  secret: Buffer,
  passphrase: string,
  cost: ScryptCost,
): Promise<PassphraseSealed> {
  const salt = randomBytes(16)
  const key = await keyFromPassphrase(passphrase, salt, cost)
  const box = sealWithKey(secret, key, passphrasePurpose)
  key.fill(0)
  return { cost, salt: salt.toString('base64'), ...box }
}

/** The secret, or null when the passphrase is not the one it was sealed with. */
export async function openWithPassphrase(box: PassphraseSealed, passphrase: string): Promise<Buffer | null> {
  const key = await keyFromPassphrase(passphrase, bytesOf(box.salt), box.cost)
  const secret = openWithKey(box, key, passphrasePurpose)
  key.fill(0)
  return secret
}
