import { contract } from '../../shared/contract/index.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { signedInAccountOf } from '../accounts/accountRows.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import { beforeSignIn, command, query } from '../calls/useCase.ts'
import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { readKeyring } from '../opening/keyring.ts'
import { unwrapKey } from '../opening/keys.ts'
import { openProgramFile, type ProgramFile } from '../opening/openFile.ts'
import { sessionState } from './sessionState.ts'

async function accountFor(file: ProgramFile, foldedName: string, core: Core) {
  return file.writer.transaction().execute(async (db) => {
    const row = await db
      .updateTable('accounts')
      .set({ lastSignInAt: core.now() })
      .where('foldedName', '=', foldedName)
      .where('active', '=', 1)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw refused('wrongPassphrase')
    const caller = signedInAccountOf(row)
    await writeAuditRows(db, { action: 'session.signIn', at: core.now(), caller }, [
      { subject: 'account', subjectId: row.id },
    ])
    return caller
  })
}

async function signIn(core: Core, name: string, passphrase: string) {
  const foldedName = foldForSearch(name)
  const keyring = readKeyring(core.settings.programFile)
  const entry = keyring?.accounts.find(
    (account) => account.active && foldForSearch(account.name) === foldedName,
  )
  // The same answer for an unknown name and a wrong passphrase: neither is confirmed.
  if (!entry) throw refused('wrongPassphrase')
  const key = await unwrapKey(entry.key, passphrase)
  if (!key) throw refused('wrongPassphrase')
  const file = await openProgramFile(core.settings.programFile, key)
  try {
    await core.opened({ file, key, account: await accountFor(file, foldedName, core) })
  } catch (error) {
    await file.close()
    throw error
  }
}

export const session = {
  state: beforeSignIn(contract.session.state, async ({ core }) => sessionState(core)),

  signIn: beforeSignIn(contract.session.signIn, async ({ input, core }) => {
    await signIn(core, input.name, input.passphrase)
    return sessionState(core)
  }),

  signOut: beforeSignIn(contract.session.signOut, async ({ core }) => {
    await core.signOut()
    return sessionState(core)
  }),

  lock: beforeSignIn(contract.session.lock, async ({ input: { onlyIfIdle, drafts }, core }) => {
    if (!onlyIfIdle || core.idleness.isOver) await core.lock()
    if (drafts?.accountId === core.lockedFor?.id && drafts) core.keptDrafts.keep(drafts.page, drafts.content)
    return sessionState(core)
  }),

  takeDrafts: query(contract.session.takeDrafts, async ({ input, core }) => core.keptDrafts.take(input.page)),

  noteActivity: query(contract.session.noteActivity, async ({ core }) => {
    core.idleness.noteActivity()
    return {}
  }),

  prefer: command(contract.session.prefer, async ({ input, db, caller, core, audit }) => {
    const next = { language: input.language ?? caller.language, theme: input.theme ?? caller.theme }
    await db.updateTable('accounts').set(next).where('id', '=', caller.id).execute()
    audit({
      subject: 'account',
      subjectId: caller.id,
      before: { language: caller.language, theme: caller.theme },
      after: next,
    })
    core.accountChanged({ ...caller, ...next })
    return sessionState(core)
  }),
}
