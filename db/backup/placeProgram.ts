import { existsSync } from 'node:fs'
import type { BackupReason } from '../../shared/values/backups.ts'
import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { holdProgram } from '../opening/fileLock.ts'
import { keyringPath } from '../opening/keyringPaths.ts'
import { freeId } from './backupFolders.ts'
import { withKeyForThread } from './keyForThread.ts'
import { manifestText } from './manifest.ts'
import { backupsFolder } from './places.ts'
import { swapProgram } from './swapProgram.ts'
import { watchedJob, type Watch } from './watchedJob.ts'

/**
 * Closes the program, puts the one prepared in `prepareNext`'s folder in its place, and keeps the old one as a
 * backup of that reason and moment. Answers with the backup's name, null when there was no program. Nobody is signed in
 * afterwards. To be called in the turn of backups (`core.backupTurns`).
 *
 * Stopped at any moment, the old program is untouched or the new one is in place; once this begins, `watch` may
 * show it but no longer stop it.
 */
export async function placeProgram(
  core: Core,
  reason: BackupReason & ('beforeRestore' | 'beforeRekey'),
  { progress, at = core.now() }: Pick<Watch, 'progress'> & { at?: string },
  /** The program's, when it is closed already. */
  keyOfClosed: Buffer | null = null,
): Promise<string | null> {
  const { programFile, appVersion } = core.settings
  const isThere = existsSync(programFile) || existsSync(keyringPath(programFile))
  const keyAtHand = keyOfClosed ?? (core.caller ? core.requireOpen().key : null)
  const key = keyAtHand && new Uint8Array(keyAtHand)
  const about = { origin: core.backupNotes.read(core.now()).origin, reason, madeAt: at, appVersion }
  // Held from before it is closed, so that no other copy of the app comes in between.
  const lock = holdProgram(programFile)
  try {
    await core.close()
    const described = await withKeyForThread(key ?? new Uint8Array(), (lent) =>
      watchedJob(core, 'describeProgram', { programFile, key: key && lent, about }, { progress }),
    )
    if ('fault' in described) throw refused('backups.notPlaced', { fault: described.fault })
    const id = freeId(backupsFolder(programFile), at, reason)
    swapProgram(programFile, { folderName: id, manifest: manifestText(described.result) })
    return isThere ? id : null
  } finally {
    key?.fill(0)
    lock.release()
  }
}
