import { rmSync } from 'node:fs'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { rolesOf } from '../accounts/accountRows.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import type { LongWork } from '../calls/call.ts'
import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { openProgramFile } from '../opening/openFile.ts'
import type { Writer } from '../schema.ts'
import type { SourceProgram } from './backupSource.ts'
import { withKeyForThread } from './keyForThread.ts'
import { filesIn, nextFolder } from './places.ts'
import { placeProgram } from './placeProgram.ts'
import { prepareNext } from './swapProgram.ts'
import { watchedJob } from './watchedJob.ts'

interface RestoreOrder {
  source: SourceProgram
  /** The key of the program to be put in place. */
  key: Buffer
  /** Who does it, by name; null for the recovery code, which is nobody's. */
  name: string | null
  /** Whether that must be an administrator of the program to be put in place. */
  onlyAdministrators: boolean
}

type KnownAccount = Pick<SignedInAccount, 'id' | 'name' | 'roles'>

/** The account of that name in another history of the program, where its number may be another's. */
async function accountNamed(db: Writer, name: string): Promise<KnownAccount | null> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('foldedName', '=', foldForSearch(name))
    .where('active', '=', 1)
    .executeTakeFirst()
  return row ? { id: row.id, name: row.name, roles: rolesOf(row) } : null
}

/** Brings the copy to the current schema and lets its record of changes say that it was restored, and by whom. */
async function noteRestore(programFile: string, order: RestoreOrder, at: string): Promise<void> {
  const file = await openProgramFile(programFile, order.key)
  try {
    await file.writer.transaction().execute(async (db) => {
      const account = order.name === null ? null : await accountNamed(db, order.name)
      const isTrusted = order.name === null || account?.roles.includes('administrator')
      if (order.onlyAdministrators && !isTrusted) throw refused('backups.onlyAdministrators')
      const manifest = order.source.manifest
      const caller = { id: account?.id ?? null, name: account?.name ?? order.name ?? '' }
      await writeAuditRows(db, { action: 'backups.restore', at, caller }, [
        { subject: 'backup', subjectId: 1, after: { madeAt: manifest?.madeAt ?? null } },
      ])
    })
  } finally {
    await file.close()
  }
}

async function copyToNext(core: Core, { source, key }: RestoreOrder, work: LongWork): Promise<string> {
  const { programFile } = core.settings
  const to = filesIn(prepareNext(programFile), programFile)
  const answer = await withKeyForThread(key, (lent) =>
    watchedJob(core, 'copyProgram', { from: source.files, to, key: lent }, work, {
      stage: 'placingBackup',
      growing: to.program,
      original: source.files.program,
    }),
  )
  if (!('fault' in answer)) return to.program
  throw answer.fault === 'otherKey' ? refused('backups.otherKey') : refused('backups.notRestored', answer)
}

async function restoreNow(core: Core, order: RestoreOrder, work: LongWork): Promise<string | null> {
  const { programFile } = core.settings
  // One moment for both: whoever checks the record of changes sees by it that the program went on without what
  // is put aside.
  const at = core.now()
  try {
    await noteRestore(await copyToNext(core, order, work), order, at)
    // The last chance to stop: from here on the program is closed and replaced.
    await work.progress('placingBackup', 0, null)
    const replacedId = await placeProgram(core, 'beforeRestore', { ...work, at })
    const restoredMadeAt = order.source.manifest?.madeAt ?? null
    const lastRestore = replacedId && { at, restoredMadeAt, replacedId }
    core.backupNotes.change(core.now(), { lastRestore: lastRestore || null })
    return replacedId
  } finally {
    order.key.fill(0)
    rmSync(nextFolder(programFile), { recursive: true, force: true })
  }
}

/**
 * Puts a copy of another program in the place of this one, which is kept as a backup, and signs out. Answers
 * with that backup's name; null when there was no program. `order.key` is wiped.
 */
export function restoreProgram(core: Core, order: RestoreOrder, work: LongWork): Promise<string | null> {
  return core.backupTurns.run(() => restoreNow(core, order, work))
}
