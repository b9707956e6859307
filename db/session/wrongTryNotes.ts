import type { AuditNote } from '../audit/writeAuditRows.ts'
import type { SignInTries } from '../opening/signInTries.ts'
import type { Writer } from '../schema.ts'

const accountPrefix = 'account:'

/** The wrong tries since the last sign-in, as notes for the record of changes. */
export async function wrongTryNotes(db: Writer, tries: SignInTries): Promise<AuditNote[]> {
  const notes: AuditNote[] = []
  for (const { who, count, lastAt } of tries.unrecorded()) {
    const name = who.startsWith(accountPrefix) ? who.slice(accountPrefix.length) : null
    const account =
      name === null
        ? undefined
        : await db.selectFrom('accounts').select('id').where('name', '=', name).executeTakeFirst()
    const after = { wrongTries: count, lastAt, triedWith: name === null ? who : 'passphrase' }
    notes.push(
      account
        ? { subject: 'account', subjectId: account.id, after }
        : { subject: 'keys', subjectId: 1, after },
    )
  }
  return notes
}
