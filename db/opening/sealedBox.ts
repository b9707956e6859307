import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import * as z from 'zod'

const base64 = z.string()

/** What one private key alone opens: X25519 with a key pair made for the box, HKDF-SHA-256, AES-256-GCM. */
export const sealedBoxSchema = z.object({ ephemeral: base64, nonce: base64, sealed: base64, tag: base64 })
export type SealedBox = z.infer<typeof sealedBoxSchema>

function boxKey(secret: Buffer, ephemeral: Buffer, purpose: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, ephemeral, purpose, 32))
  secret.fill(0)
  return key
}

const derOf = (publicKey: KeyObject) => publicKey.export({ type: 'spki', format: 'der' })

/** Seals `content` to an X25519 public key. A box opens only for the purpose it was sealed for. */
export function sealTo(publicKey: KeyObject, content: Buffer, purpose: string): SealedBox {
  const pair = generateKeyPairSync('x25519')
  const ephemeral = derOf(pair.publicKey)
  const key = boxKey(diffieHellman({ privateKey: pair.privateKey, publicKey }), ephemeral, purpose)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  key.fill(0)
  return {
    ephemeral: ephemeral.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** What was sealed, or null when it was for another key or purpose, or was changed since. */
export function openBox(privateKey: KeyObject, box: SealedBox, purpose: string): Buffer | null {
  const from = (text: string) => Buffer.from(text, 'base64')
  try {
    const ephemeral = from(box.ephemeral)
    const publicKey = createPublicKey({ key: ephemeral, type: 'spki', format: 'der' })
    const key = boxKey(diffieHellman({ privateKey, publicKey }), ephemeral, purpose)
    const decipher = createDecipheriv('aes-256-gcm', key, from(box.nonce), { authTagLength: 16 })
    key.fill(0)
    decipher.setAuthTag(from(box.tag))
    return Buffer.concat([decipher.update(from(box.sealed)), decipher.final()])
  } catch {
    return null
  }
}
