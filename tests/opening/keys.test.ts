import fc from 'fast-check'
import { hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newKeyPair, openWithPrivateKey, sealToPublicKey } from '../../db/opening/keyPairs.ts'
import { fileKeyOf, newKeyHolder, sealFor } from '../../db/opening/keyHolders.ts'
import {
  derivedKey,
  newKey,
  openWithKey,
  openWithPassphrase,
  scryptCost,
  sealWithKey,
  sealWithPassphrase,
  type Sealed,
} from '../../db/opening/keys.ts'
import { testPassphrase, testScryptCost } from '../helpers/testCore.ts'

/** The box with one bit of one of its parts turned over. */
function withBitTurned<Box extends Sealed>(box: Box, part: keyof Sealed, bit: number): Box {
  const bytes = Buffer.from(box[part], 'base64')
  const at = bit % (bytes.length * 8)
  bytes[at >> 3]! ^= 1 << (at & 7)
  return { ...box, [part]: bytes.toString('base64') }
}

const parts = fc.constantFrom<keyof Sealed>('nonce', 'sealed', 'tag')

test('a derived key is that of RFC 5869', () => {
  const [secret, salt] = [newKey(), newKey()]
  expect(derivedKey(secret, 'drafts', salt)).toEqual(
    Buffer.from(hkdfSync('sha256', secret, salt, 'drafts', 32)),
  )
  expect(derivedKey(secret, 'drafts')).toEqual(
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(32), 'drafts', 32)),
  )
})

test('a secret comes back with the same key for the same purpose, and never after a change', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), parts, fc.nat(), (bytes, part, bit) => {
      const secret = Buffer.from(bytes)
      const key = newKey()
      const box = sealWithKey(secret, key, 'drafts')
      expect(openWithKey(box, key, 'drafts')).toEqual(secret)
      expect(openWithKey(box, key, 'backups')).toBeNull()
      expect(openWithKey(box, newKey(), 'drafts')).toBeNull()
      expect(openWithKey(withBitTurned(box, part, bit), key, 'drafts')).toBeNull()
    }),
  )
})

test('a shortened tag is not taken', () => {
  const key = newKey()
  const box = sealWithKey(newKey(), key, 'drafts')
  const tag = Buffer.from(box.tag, 'base64').subarray(0, 4).toString('base64')
  expect(openWithKey({ ...box, tag }, key, 'drafts')).toBeNull()
})

test('a secret sealed to a public key comes back with its private key alone, and never after a change', () => {
  fc.assert(
    fc.property(parts, fc.nat(), (part, bit) => {
      const secret = newKey()
      const pair = newKeyPair()
      const box = sealToPublicKey(secret, pair.publicKey, 'files')
      expect(openWithPrivateKey(box, pair, 'files')).toEqual(secret)
      expect(openWithPrivateKey(box, pair, 'drafts')).toBeNull()
      expect(openWithPrivateKey(box, newKeyPair(), 'files')).toBeNull()
      expect(openWithPrivateKey(withBitTurned(box, part, bit), pair, 'files')).toBeNull()
      const stranger = { ...box, oneTimeKey: newKeyPair().publicKey.toString('base64') }
      expect(openWithPrivateKey(stranger, pair, 'files')).toBeNull()
      expect(openWithPrivateKey({ ...box, oneTimeKey: 'AAAA' }, pair, 'files')).toBeNull()
    }),
    { numRuns: 30 },
  )
})

describe('a passphrase', () => {
  test('opens what it sealed, however its accents were typed', async () => {
    const secret = newKey()
    const box = await sealWithPassphrase(secret, 'tres piedras ñandú', testScryptCost)
    expect(await openWithPassphrase(box, 'tres piedras n\u0303andu\u0301')).toEqual(secret)
    expect(await openWithPassphrase(box, 'tres piedras nandu')).toBeNull()
    expect(await openWithPassphrase(withBitTurned(box, 'sealed', 9), 'tres piedras ñandú')).toBeNull()
  })

  test('is salted: the same one seals the same secret differently', async () => {
    const secret = newKey()
    const [one, other] = await Promise.all(
      [1, 2].map(() => sealWithPassphrase(secret, testPassphrase, testScryptCost)),
    )
    expect(one!.salt).not.toBe(other!.salt)
    expect(one!.sealed).not.toBe(other!.sealed)
  })

  test('never costs what an edited key file asks for', () => {
    for (const cost of [
      { N: 2 ** 24, r: 8, p: 1 },
      { N: 1000, r: 8, p: 1 },
      { N: 2 ** 17, r: 400, p: 1 },
      { N: 2 ** 17, r: 8, p: 99 },
    ])
      expect(scryptCost.safeParse(cost).success, JSON.stringify(cost)).toBe(false)
  })
})

describe('a key holder', () => {
  test('gets the file’s key with the passphrase, and another file key without anybody saying it', async () => {
    const fileKey = newKey()
    const holder = await newKeyHolder(fileKey, testPassphrase, testScryptCost)
    expect(await fileKeyOf(holder, testPassphrase)).toEqual(fileKey)
    expect(await fileKeyOf(holder, 'not this one')).toBeNull()

    const next = newKey()
    expect(await fileKeyOf({ ...holder, fileKey: sealFor(holder, next) }, testPassphrase)).toEqual(next)
  })

  test('without a sealed file key gets nothing, whatever they know', async () => {
    const holder = await newKeyHolder(newKey(), testPassphrase, testScryptCost)
    expect(await fileKeyOf({ ...holder, fileKey: null }, testPassphrase)).toBeNull()
  })

  test('cannot open what another holder was given', async () => {
    const [one, other] = await Promise.all(
      ['one of two', 'two of two'].map((words) => newKeyHolder(newKey(), words, testScryptCost)),
    )
    expect(await fileKeyOf({ ...one!, fileKey: other!.fileKey }, 'one of two')).toBeNull()
  })
})
