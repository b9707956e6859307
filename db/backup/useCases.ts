import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { contract } from '../../shared/contract/index.ts'
import type { BackupCredential } from '../../shared/contract/backups.ts'
import { writeAuditRows, type AuditNote } from '../audit/writeAuditRows.ts'
import { beforeSignIn, command, longFileWork, longQuery, query } from '../calls/useCase.ts'
import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { readKeyring } from '../opening/keyring.ts'
import { keyringPath } from '../opening/keyringPaths.ts'
import { makePrivateFolder } from '../opening/privateFolder.ts'
import { removeBackup } from './backupFolders.ts'
import { allBackups, backupsHere, backupState, backupsThere } from './backupList.ts'
import { findSource } from './backupSource.ts'
import { backUp } from './backUp.ts'
import { withKeyForThread } from './keyForThread.ts'
import { keyOfBackup } from './keyOfBackup.ts'
import { restoreProgram } from './restore.ts'
import { makeRoomInSecond } from './secondFolder.ts'
import { watchedJob } from './watchedJob.ts'

/** Work on the file as a whole is no transaction of its own: what it did is noted in one afterwards. */
async function noteInAudit(core: Core, action: string, note: AuditNote): Promise<void> {
  const { file, account } = core.requireOpen()
  await file.writer
    .transaction()
    .execute((db) => writeAuditRows(db, { action, at: core.now(), caller: account }, [note]))
}

/** The key that opens a backup: today's, unless one of its time is given. The caller wipes it. */
async function keyFor(
  core: Core,
  files: { program: string },
  credential: BackupCredential | null,
): Promise<Buffer> {
  if (credential) return (await keyOfBackup(core, files.program, credential)).key
  return Buffer.from(core.requireOpen().key)
}

const isProgramThere = ({ settings: { programFile } }: Core) =>
  existsSync(programFile) || existsSync(keyringPath(programFile))

export const backups = {
  list: query(contract.backups.list, async ({ core }) => backupState(core)),

  make: longFileWork(contract.backups.make, async ({ core, ...work }) => {
    const made = await backUp(core, { reason: 'manual', key: core.requireOpen().key }, work)
    // A file that was moved away takes no note: what matters is that its content is safe.
    if (core.requireOpen().file.isInPlace())
      await noteInAudit(core, 'backups.make', { subject: 'backup', subjectId: 1, after: made })
    return made
  }),

  changeSecondFolder: command(contract.backups.changeSecondFolder, async ({ input, core, now, audit }) => {
    const { secondFolder } = core.backupNotes.read(now)
    if (input.path !== null) makeRoomInSecond(input.path, core.settings.programFile)
    core.backupNotes.change(now, { secondFolder: input.path, secondTrouble: null })
    const [before, after] = [{ secondFolder }, { secondFolder: input.path }]
    audit({ subject: 'backup', subjectId: 1, before, after })
    return {}
  }),

  remove: command(contract.backups.remove, async ({ input, core, audit }) => {
    const chosen = new Set(input.ids)
    const newest = allBackups(core).find(({ isHere, counts }) => isHere && counts !== null)
    if (newest && chosen.has(newest.id)) throw refused('backups.newestStays')
    const found = [...backupsHere(core), ...backupsThere(core)].filter(({ id }) => chosen.has(id))
    for (const backup of found) removeBackup(backup)
    audit({ subject: 'backup', subjectId: 1, before: { backups: input.ids } })
    return { removed: new Set(found.map(({ id }) => id)).size }
  }),

  preview: longQuery(contract.backups.preview, async ({ input, core, progress, signal }) => {
    const { files, manifest } = findSource(core, input.source)
    const { programFile } = core.settings
    const backupKey = await keyFor(core, files, input.credential)
    const answer = await withKeyForThread(core.requireOpen().key, (key) =>
      withKeyForThread(backupKey, (lent) =>
        watchedJob(
          core,
          'compareBackup',
          { programFile, key, backupFile: files.program, backupKey: lent },
          { progress, signal },
        ),
      ),
    ).finally(() => backupKey.fill(0))
    if ('fault' in answer) {
      throw answer.fault === 'otherKey' ? refused('backups.otherKey') : refused('backups.notReadable', answer)
    }
    const { inBackup, ...compared } = answer.result
    const programName = readKeyring(files.program)?.programName ?? ''
    return { programName, madeAt: manifest?.madeAt ?? null, ...inBackup, ...compared }
  }),

  restore: longFileWork(contract.backups.restore, async ({ input, core, ...work }) => {
    const source = findSource(core, input.source)
    const key = await keyFor(core, source.files, input.credential)
    const { name } = core.requireOpen().account
    return { replacedId: await restoreProgram(core, { source, key, name, onlyAdministrators: false }, work) }
  }),

  toOpen: beforeSignIn(contract.backups.toOpen, async ({ core }) =>
    allBackups(core)
      // What was put aside unopened may be the very program that does not open.
      .filter(({ counts }) => counts !== null)
      .map(({ id, madeAt, reason, bytes }) => ({ id, madeAt, reason, bytes })),
  ),

  open: longFileWork(contract.backups.open, async ({ input, core, ...work }) => {
    const source = findSource(core, input.source)
    makePrivateFolder(dirname(core.settings.programFile))
    const { key, accountName } = await keyOfBackup(core, source.files.program, input.credential)
    const order = { source, key, name: accountName, onlyAdministrators: isProgramThere(core) }
    return { replacedId: await restoreProgram(core, order, work) }
  }),
}
