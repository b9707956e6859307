import type { Selectable } from 'kysely'
import { rolesOf, signedInAccountOf } from '../accounts/accountRows.ts'
import { writeAuditRows, type AuditNote } from '../audit/writeAuditRows.ts'
import { backUpBefore } from '../backup/backUp.ts'
import { inTransaction, type OpenTransaction } from '../calls/inTransaction.ts'
import type { Core } from '../core.ts'
import { invalidFields, refused } from '../failure.ts'
import { accountHolder, type Keyring, type KeyringContent } from '../opening/keyring.ts'
import { changeKeyringOf, settleKeyring } from '../opening/keyringChange.ts'
import { openProgramFile } from '../opening/openFile.ts'
import type { AccountTable } from '../schema.ts'
import { healedKeyring } from './healKeyring.ts'
import { wrongTryNotes } from './wrongTryNotes.ts'

/** Who comes in, and how. */
export interface Entry {
  /** The keyring that gave the key, its seal checked. */
  keyring: Keyring
  /** The file's key; wiped when they do not get in. */
  key: Buffer
  name: string
  /** Name of the audit row, such as `session.signIn`. */
  action: string
  /** Whether anybody but an administrator is refused. */
  administratorsOnly?: boolean
  /** What changes in the keyring as they come in, in the same transaction. */
  change?: (keyring: KeyringContent) => KeyringContent
}

type AccountRow = Selectable<AccountTable>

async function accountRow({ db }: OpenTransaction, core: Core, entry: Entry): Promise<AccountRow> {
  const row = await db
    .updateTable('accounts')
    .set({ lastSignInAt: core.now() })
    .where('name', '=', entry.name)
    .where('active', '=', 1)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw refused('wrongPassphrase')
  if (entry.administratorsOnly && !rolesOf(row).includes('administrator'))
    throw invalidFields([{ path: 'name', code: 'session.notAdministrator', values: {} }])
  return row
}

/** Brings keyring and program file in step, and makes the entry's own change; one write for both. */
async function settle(transaction: OpenTransaction, core: Core, entry: Entry) {
  const { db } = transaction
  const { programFile } = core.settings
  const { keyring, isOlder } = await settleKeyring(db, programFile, entry.key, entry.keyring)
  const accounts = await db.selectFrom('accounts').select(['name', 'active']).execute()
  const healed = healedKeyring(keyring, accounts, entry.key)
  const changed = entry.change?.(healed ?? keyring) ?? healed
  const holder = accountHolder(changed ?? keyring, entry.name)
  if (!holder) throw refused('wrongPassphrase')
  if (changed || isOlder) {
    const change = { ...transaction, programFile, fileKey: entry.key }
    await changeKeyringOf(change, keyring, () => changed ?? keyring)
  }
  return { holder, isOlder }
}

/** Opens the program file and signs in; whatever goes wrong, the file is closed and the key wiped. */
export async function enter(core: Core, entry: Entry): Promise<void> {
  const file = await openProgramFile(core.settings.programFile, entry.key, {
    beforeMigrating: () => backUpBefore(core, { reason: 'beforeMigration', key: entry.key }),
  }).catch((error: unknown) => {
    entry.key.fill(0)
    throw error
  })
  try {
    const account = await inTransaction(file, async (transaction) => {
      const row = await accountRow(transaction, core, entry)
      const { holder, isOlder } = await settle(transaction, core, entry)
      const caller = signedInAccountOf(row, holder)
      const about = { subject: 'account', subjectId: row.id } as const
      const at = core.now()
      const write = (action: string, notes: AuditNote[]) =>
        writeAuditRows(transaction.db, { action, at, caller }, notes)
      await write(entry.action, [about])
      if (isOlder) await write('session.olderKeyring', [{ subject: 'keys', subjectId: 1 }])
      const tries = await wrongTryNotes(transaction.db, core.signInTries)
      if (tries.length > 0) await write('session.wrongTries', tries)
      transaction.afterwards(() => core.signInTries.markRecorded())
      return caller
    })
    await core.opened({ file, key: entry.key, account })
  } catch (error) {
    await file.close()
    entry.key.fill(0)
    throw error
  }
}
