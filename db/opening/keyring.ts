import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import * as z from 'zod'
import { languages } from '../../shared/values/vocabulary.ts'
import { finishSwap } from '../backup/swapProgram.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { readRecoveryCode } from '../../shared/values/recoveryCode.ts'
import { Failure } from '../failure.ts'
import { fileKeyOf, keyHolderSchema, type KeyHolder } from './keyHolders.ts'
import { derivedKey, sealedSchema } from './keys.ts'
import { keyringPath, nextKeyringPath } from './keyringPaths.ts'
import { replaceFile } from './replaceFile.ts'

const keyringVersion = 2

const accountHolderSchema = keyHolderSchema.extend({
  name: z.string(),
  /** Somebody else knows the passphrase: it opens the file once, to choose another. */
  mustChangePassphrase: z.boolean(),
})
export type AccountHolder = z.infer<typeof accountHolderSchema>

const recoveryHolderSchema = keyHolderSchema.extend({
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  /** Shown on a screen; written down, as somebody confirmed; or used, and so to be renewed. */
  standing: z.enum(['shown', 'kept', 'used']),
})
export type RecoveryHolder = z.infer<typeof recoveryHolderSchema>

/**
 * What can be known before a passphrase is given, in a small file beside the encrypted one: the program's
 * name and language for the sign-in screen, and the file's key as each holder can open it.
 */
const keyringSchema = z.object({
  version: z.literal(keyringVersion),
  /** Counts the changes; the program file says which count belongs to it. */
  revision: z.int().nonnegative(),
  programName: z.string(),
  language: z.enum(languages),
  accounts: z.array(accountHolderSchema),
  recovery: recoveryHolderSchema.nullable(),
  /** The file's key for one machine, sealed with a secret in that machine's key store. */
  machine: z.object({ accountName: z.string(), fileKey: sealedSchema }).nullable(),
  /** Says that a holder of the file's key wrote all of the above (HMAC-SHA-256). */
  seal: z.base64(),
})
export type Keyring = z.infer<typeof keyringSchema>
export type KeyringContent = Omit<Keyring, 'version' | 'seal'>

const versionSchema = z.object({ version: z.int() })

function parseKeyring(path: string): Keyring {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const versioned = versionSchema.safeParse(content)
  if (versioned.success && versioned.data.version > keyringVersion)
    throw new Failure('broken', 'keyringNewer')
  return keyringSchema.parse(content)
}

const isForbidden = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')

/** The keyring of a program file, or null when there is no program yet. */
export function readKeyring(programFile: string): Keyring | null {
  finishSwap(programFile)
  const path = keyringPath(programFile)
  if (!existsSync(path)) {
    if (existsSync(programFile)) throw new Failure('broken', 'keyringMissing')
    return null
  }
  if (!existsSync(programFile)) throw new Failure('broken', 'programFileMissing')
  try {
    return parseKeyring(path)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('broken', isForbidden(error) ? 'keyringUnreadable' : 'keyringDamaged')
  }
}

/** A change that a fall of the program left undecided, or null. */
export function readNextKeyring(programFile: string): Keyring | null {
  try {
    return parseKeyring(nextKeyringPath(programFile))
  } catch {
    // Half written: then the program file never kept the change.
    return null
  }
}

function sealOf(content: KeyringContent, fileKey: Buffer): Buffer {
  // In the schema's order, whatever order the file has.
  const { seal: _, ...sealed } = keyringSchema.parse({ ...content, version: keyringVersion, seal: '' })
  const key = derivedKey(fileKey, 'the seal of a keyring')
  const seal = createHmac('sha256', key).update(JSON.stringify(sealed)).digest()
  key.fill(0)
  return seal
}

/** The keyring with the seal of whoever holds the file's key. */
export const sealKeyring = (content: KeyringContent, fileKey: Buffer): Keyring => ({
  ...content,
  version: keyringVersion,
  seal: sealOf(content, fileKey).toString('base64'),
})

/**
 * Refuses a keyring that was changed by somebody without the file's key, such as one with a stranger's public
 * key in it. Check it before anything is sealed for its holders.
 */
export function refuseForeignKeyring(keyring: Keyring, fileKey: Buffer): void {
  const expected = sealOf(keyring, fileKey)
  const found = Buffer.from(keyring.seal, 'base64')
  if (found.length !== expected.length || !timingSafeEqual(found, expected))
    throw new Failure('broken', 'session.keyringForeign')
}

const written = (keyring: Keyring) => `${JSON.stringify(keyring, null, 2)}\n`

/** Writes the keyring of a new program. */
export const writeKeyring = (programFile: string, keyring: Keyring): void =>
  replaceFile(keyringPath(programFile), written(keyring))

/** Writes a change beside the keyring, not yet in force. */
export const writeNextKeyring = (programFile: string, keyring: Keyring): void =>
  replaceFile(nextKeyringPath(programFile), written(keyring))

/** Puts the change written beside the keyring in force. */
export const keepNextKeyring = (programFile: string): void =>
  renameSync(nextKeyringPath(programFile), keyringPath(programFile))

export const dropNextKeyring = (programFile: string): void =>
  rmSync(nextKeyringPath(programFile), { force: true })

/** The account of that name, however its letters are typed. */
export function accountHolder(keyring: KeyringContent, name: string): AccountHolder | undefined {
  const folded = foldForSearch(name)
  return keyring.accounts.find((holder) => foldForSearch(holder.name) === folded)
}

/** What somebody can prove themselves with: their passphrase, or the program's recovery code. */
export type KeyProof = { name: string; passphrase: string } | { recoveryCode: string }

function holderFor(keyring: Keyring, proof: KeyProof): KeyHolder | null | undefined {
  return 'name' in proof ? accountHolder(keyring, proof.name) : keyring.recovery
}

/** The program file's key, or null when the proof does not open this keyring. Wipe it after use. */
export async function openKeyring(keyring: Keyring, proof: KeyProof): Promise<Buffer | null> {
  const holder = holderFor(keyring, proof)
  const secret = 'name' in proof ? proof.passphrase : readRecoveryCode(proof.recoveryCode)
  if (!holder || secret === null) return null
  const key = await fileKeyOf(holder, secret)
  if (key) refuseForeignKeyring(keyring, key)
  return key
}
