import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { languages } from '../../shared/values/vocabulary.ts'
import { finishSwap } from '../backup/swapProgram.ts'
import { Failure } from '../failure.ts'
import { wrappedKeySchema } from './keys.ts'
import { replaceFile } from './replaceFile.ts'

/**
 * What can be known before a passphrase is given, in a small file beside the encrypted one: the program's
 * name and language for the sign-in screen, and the file's key as each account's passphrase seals it.
 */
const keyringSchema = z.object({
  version: z.literal(1),
  programName: z.string(),
  language: z.enum(languages),
  accounts: z.array(z.object({ name: z.string(), active: z.boolean(), key: wrappedKeySchema })),
})
export type Keyring = z.infer<typeof keyringSchema>

/** `program.stones` has its keyring in `program.stones.keys`. */
export const keyringPath = (programFile: string) => `${programFile}.keys`

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
    return keyringSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Failure('broken', 'keyringDamaged')
  }
}

export function writeKeyring(programFile: string, keyring: Keyring): void {
  replaceFile(keyringPath(programFile), JSON.stringify(keyring, null, 2))
}
