import type { Core } from '../core.ts'
import { notFound, refused } from '../failure.ts'
import {
  accountHolder,
  openKeyring,
  readKeyring,
  readNextKeyring,
  type KeyProof,
  type Keyring,
} from '../opening/keyring.ts'
import type { TriedHolder } from '../opening/signInTries.ts'
import { enter } from './enter.ts'
import { waitValues } from './waitValues.ts'

/** The keyring, and the one that a fall of the program left undecided: either may hold the newest secret. */
export function keyringsOf(programFile: string): Keyring[] {
  const keyring = readKeyring(programFile)
  if (!keyring) throw notFound('program')
  const next = readNextKeyring(programFile)
  return next ? [keyring, next] : [keyring]
}

async function firstOpened(keyrings: readonly Keyring[], proof: KeyProof) {
  for (const keyring of keyrings) {
    const key = await openKeyring(keyring, proof)
    if (key) return { keyring, key }
  }
  return null
}

/**
 * Tries a passphrase or the recovery code and answers with what it opened and how many wrong tries there were
 * before; a wrong one is refused with `code`, with the seconds to wait from the fourth one on.
 */
export async function proveWith(
  core: Core,
  keyrings: readonly Keyring[],
  who: TriedHolder,
  proof: KeyProof,
  code: string,
) {
  const tried = await core.signInTries.attempt(who, () => firstOpened(keyrings, proof))
  if (tried.outcome === 'wait') throw refused('session.wait', waitValues(tried.seconds))
  if (tried.outcome === 'wrong') {
    if (tried.seconds === 0) throw refused(code)
    throw refused('session.wrongAndWait', waitValues(tried.seconds))
  }
  // The older of the two carries the decision; the file says which one it kept.
  return { ...tried.value, keyring: keyrings[0]!, wrongTries: tried.wrongBefore }
}

/** The same with the program's own keyring. */
export const prove = (core: Core, who: TriedHolder, proof: KeyProof, code: string) =>
  proveWith(core, keyringsOf(core.settings.programFile), who, proof, code)

/** Signs in with a name and a passphrase; answers with the number of wrong tries before. */
export async function signIn(core: Core, name: string, passphrase: string): Promise<number> {
  const known = keyringsOf(core.settings.programFile).flatMap((keyring) => accountHolder(keyring, name) ?? [])
  const holder = known[0]
  // The same answer for an unknown name and a wrong passphrase: neither is confirmed.
  const who: TriedHolder = holder ? `account:${holder.name}` : 'unknownName'
  const { keyring, key, wrongTries } = await prove(core, who, { name, passphrase }, 'wrongPassphrase')
  await enter(core, { keyring, key, name: holder?.name ?? name, action: 'session.signIn' })
  return wrongTries
}
