import { sql, type Kysely } from 'kysely'
import type { OpenTransaction } from '../calls/inTransaction.ts'
import type { Core } from '../core.ts'
import { notFound } from '../failure.ts'
import type { Schema } from '../schema.ts'
import {
  dropNextKeyring,
  keepNextKeyring,
  readKeyring,
  readNextKeyring,
  refuseForeignKeyring,
  sealKeyring,
  writeNextKeyring,
  type Keyring,
  type KeyringContent,
} from './keyring.ts'

/** The keyring of the open program. */
export function requireKeyring(core: Core): Keyring {
  const keyring = readKeyring(core.settings.programFile)
  if (!keyring) throw notFound('program')
  return keyring
}

/** The keyring's revision that the program file has kept: SQLite's own number for it, part of a transaction. */
async function keptRevision(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  return rows[0]?.user_version ?? 0
}

interface ChangeOfKeyring extends OpenTransaction {
  programFile: string
  fileKey: Buffer
}

/**
 * Changes the keyring together with the program file: the new one is written beside it, the transaction keeps
 * its number, and only then does it take the old one's place. A fall in between leaves the old state, or a new
 * one that the next sign-in finishes. `change` sees a keyring whose seal was checked.
 */
export async function changeKeyringOf(
  { db, alongside, programFile, fileKey }: ChangeOfKeyring,
  keyring: Keyring,
  change: (keyring: Keyring) => KeyringContent,
): Promise<void> {
  refuseForeignKeyring(keyring, fileKey)
  const revision = Math.max(keyring.revision, await keptRevision(db)) + 1
  alongside({ keep: () => keepNextKeyring(programFile), drop: () => dropNextKeyring(programFile) })
  writeNextKeyring(programFile, sealKeyring({ ...change(keyring), revision }, fileKey))
  await sql`pragma user_version = ${sql.lit(revision)}`.execute(db)
}

/** The same for a command of whoever is signed in. */
export const changeKeyring = (
  call: OpenTransaction & { core: Core },
  change: (keyring: Keyring) => KeyringContent,
): Promise<void> =>
  changeKeyringOf(
    { ...call, programFile: call.core.settings.programFile, fileKey: call.core.requireOpen().key },
    requireKeyring(call.core),
    change,
  )

/** The keyring that belongs to the file, and whether it is an older one than the file has kept. */
export interface SettledKeyring {
  keyring: Keyring
  isOlder: boolean
}

/** Finishes a change of the keyring that a fall of the program left undecided: the program file says how. */
export async function settleKeyring(
  db: Kysely<Schema>,
  programFile: string,
  fileKey: Buffer,
  keyring: Keyring,
): Promise<SettledKeyring> {
  refuseForeignKeyring(keyring, fileKey)
  const kept = await keptRevision(db)
  const next = readNextKeyring(programFile)
  if (next && next.revision === kept && next.revision > keyring.revision) {
    refuseForeignKeyring(next, fileKey)
    keepNextKeyring(programFile)
    return { keyring: next, isOlder: false }
  }
  dropNextKeyring(programFile)
  return { keyring, isOlder: keyring.revision < kept }
}
