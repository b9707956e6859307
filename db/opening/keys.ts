import { createCipheriv, createDecipheriv, randomBytes, scrypt as scryptWithCallback } from 'node:crypto'
import { promisify } from 'node:util'
import * as z from 'zod'

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scryptWithCallback,
)

/** How hard a passphrase is to guess. Stored with each wrapped key, so that it can be raised later. */
export const scryptCost = z.object({ N: z.int(), r: z.int(), p: z.int() })
export type ScryptCost = z.infer<typeof scryptCost>

/** About 0.4 s and 128 MiB a try on an office machine (OWASP Password Storage Cheat Sheet). */
export const officeScryptCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

const base64 = z.string()

/** The file's key, sealed with a key made from one passphrase (AES-256-GCM). */
export const wrappedKeySchema = z.object({
  cost: scryptCost,
  salt: base64,
  nonce: base64,
  sealed: base64,
  tag: base64,
})
export type WrappedKey = z.infer<typeof wrappedKeySchema>

/** A random 256-bit key for a new program file. */
export const newFileKey = (): Buffer => randomBytes(32)

async function keyFromPassphrase(passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const maxmem = 2 * 128 * cost.N * cost.r
  // The same passphrase typed on two keyboards can differ in its accents' encoding.
  return scrypt(passphrase.normalize('NFKC'), salt, 32, { ...cost, maxmem })
}

/** Seals `fileKey` so that only `passphrase` brings it back. */
export async function wrapKey(fileKey: Buffer, passphrase: string, cost: ScryptCost): Promise<WrappedKey> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyFromPassphrase(passphrase, salt, cost), nonce)
  const sealed = Buffer.concat([cipher.update(fileKey), cipher.final()])
  return {
    cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The file's key, or null when the passphrase is not the one it was sealed with. */
export async function unwrapKey(wrapped: WrappedKey, passphrase: string): Promise<Buffer | null> {
  const from = (text: string) => Buffer.from(text, 'base64')
  const key = await keyFromPassphrase(passphrase, from(wrapped.salt), wrapped.cost)
  const decipher = createDecipheriv('aes-256-gcm', key, from(wrapped.nonce))
  decipher.setAuthTag(from(wrapped.tag))
  try {
    return Buffer.concat([decipher.update(from(wrapped.sealed)), decipher.final()])
  } catch {
    return null
  }
}
