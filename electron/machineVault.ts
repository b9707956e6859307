import { safeStorage } from 'electron'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { replaceFile } from '../db/opening/replaceFile.ts'
import type { VaultAnswer, VaultQuestion } from './coreMessages.ts'
import { vaultState, type VaultState } from './decisions/vaultState.ts'

const { platform } = process

async function stateNow(): Promise<VaultState> {
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null
  const isAvailable = await safeStorage.isAsyncEncryptionAvailable()
  return vaultState({ platform, backend, isAvailable })
}

/** What Electron seals is text. */
async function sealed(secret: Uint8Array): Promise<string> {
  if ((await stateNow()) !== 'available') throw new Error('the key store does not seal')
  const text = Buffer.from(secret).toString('base64')
  secret.fill(0)
  return (await safeStorage.encryptStringAsync(text)).toString('base64')
}

async function kept(path: string): Promise<Uint8Array | null> {
  if (!existsSync(path)) return null
  const text = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  // What this key store does not open was sealed by another, on another machine or for another person.
  const opened = await safeStorage.decryptStringAsync(text).catch(() => null)
  return opened && new Uint8Array(Buffer.from(opened.result, 'base64'))
}

/** Where the sealed secret lies while the program is locked. */
const resting = (path: string) => `${path}.resting`

async function valueOf(
  path: string,
  question: VaultQuestion,
): Promise<VaultState | Uint8Array | boolean | null> {
  if (question.ask === 'state') return stateNow()
  if (question.ask === 'read') return kept(path)
  if (question.ask === 'isAwake') return existsSync(path)
  if (question.ask === 'rest' && existsSync(path)) renameSync(path, resting(path))
  if (question.ask === 'wake' && existsSync(resting(path))) renameSync(resting(path), path)
  if (question.ask === 'store') replaceFile(path, await sealed(question.secret))
  if (question.ask === 'forget') rmSync(path, { force: true })
  if (question.ask === 'store' || question.ask === 'forget') rmSync(resting(path), { force: true })
  return null
}

/** Answers the core: one secret, sealed by the system's key store for this person, in the file at `path`. */
export const answerFromVault =
  (path: string) =>
  (question: VaultQuestion): Promise<VaultAnswer> =>
    valueOf(path, question).then(
      (value) => ({ ok: true, value }),
      // Why the system refused is its own affair, and could name what it was given.
      () => ({ ok: false }),
    )
