import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupsToKeep } from '../../shared/rules/backupThinning.ts'
import type { BackupFault, BackupReason } from '../../shared/values/backups.ts'
import type { Core } from '../core.ts'
import { Failure, refused } from '../failure.ts'
import { faultBehind, type Answer, type CopyFault } from './backupFault.ts'
import { backupsIn, clearPartials, freeId, partialOf, removeBackup } from './backupFolders.ts'
import { withKeyForThread } from './keyForThread.ts'
import type { Manifest } from './manifest.ts'
import { backupOrigin } from './movedProgram.ts'
import { backupsFolder, filesIn } from './places.ts'
import { backupsInSecond } from './secondFolder.ts'
import { watchedJob, type Watch } from './watchedJob.ts'

interface BackupOrder {
  reason: BackupReason
  /** The key of the program file, which may be open or not. */
  key: Uint8Array
}

/** A backup that was made; `secondFault` says why its copy in the second folder was not. */
export interface MadeBackup {
  id: string
  secondFault: BackupFault | null
}

const isCancelled = (error: unknown) => error instanceof Failure && error.data.kind === 'cancelled'

/** The program's own key opens its copies: one that it does not open is damaged. */
const asBackupFault = (fault: CopyFault): BackupFault => (fault === 'otherKey' ? 'copyDamaged' : fault)

/** The fault that `work` ends with, null when it succeeds; being cancelled is passed on. */
async function faultOf(core: Core, work: () => Promise<Answer<unknown>>): Promise<BackupFault | null> {
  try {
    const answer = await work()
    return 'fault' in answer ? asBackupFault(answer.fault) : null
  } catch (error) {
    if (isCancelled(error)) throw error
    const fault = faultBehind(error)
    if (fault === null) core.noteUnforeseen(error)
    return fault === null ? 'unforeseen' : asBackupFault(fault)
  }
}

/** Lets go of what has become too old; `mayGo` says which backups are this program's own. */
function thin(folder: string, core: Core, mayGo: (manifest: Manifest) => boolean): void {
  const found = backupsIn(folder, core.settings.programFile).filter(({ manifest }) => mayGo(manifest))
  const thinned = found.map((backup) => ({ ...backup.manifest, id: backup.id, found: backup }))
  const kept = new Set(backupsToKeep(thinned, core.now()).map(({ id }) => id))
  for (const backup of found) if (!kept.has(backup.id)) removeBackup(backup)
}

async function makeHere(
  core: Core,
  order: BackupOrder,
  id: string,
  watch: Watch,
): Promise<BackupFault | null> {
  const { programFile, appVersion } = core.settings
  const folder = backupsFolder(programFile)
  const final = join(folder, id)
  const partial = partialOf(final)
  const about = {
    origin: core.backupNotes.read(core.now()).origin,
    reason: order.reason,
    madeAt: core.now(),
    appVersion,
  }
  return faultOf(core, async () => {
    clearPartials(folder)
    // The mark on this backup must be there for the next ones too.
    core.backupNotes.change(core.now(), {})
    const origin = backupOrigin(core)
    try {
      return await withKeyForThread(order.key, (key) =>
        watchedJob(
          core,
          'makeBackup',
          { programFile: origin.programFile, key, partial, final, about },
          watch,
          {
            stage: 'copyingProgram',
            growing: filesIn(partial, programFile).program,
            original: origin.programFile,
          },
        ),
      )
    } finally {
      origin.dispose()
      clearPartials(folder)
    }
  })
}

async function copyToSecond(
  core: Core,
  key: Uint8Array,
  id: string,
  watch: Watch,
): Promise<BackupFault | null> {
  const { programFile } = core.settings
  const { secondFolder, origin } = core.backupNotes.read(core.now())
  if (secondFolder === null) return null
  const folder = backupsInSecond(secondFolder)
  if (!existsSync(folder)) return 'folderMissing'
  const from = join(backupsFolder(programFile), id)
  const final = join(folder, id)
  const partial = partialOf(final)
  return faultOf(core, async () => {
    clearPartials(folder)
    try {
      const answer = await withKeyForThread(key, (lent) =>
        watchedJob(core, 'copyBackup', { programFile, key: lent, from, partial, final }, watch, {
          stage: 'copyingToSecondFolder',
          growing: filesIn(partial, programFile).program,
          original: filesIn(from, programFile).program,
        }),
      )
      if (!('fault' in answer)) thin(folder, core, (manifest) => manifest.origin === origin)
      return answer
    } finally {
      clearPartials(folder)
    }
  })
}

/** Remembers what went wrong, and since when; or that all is well again. */
function noteTrouble(core: Core, where: 'trouble' | 'secondTrouble', fault: BackupFault | null): void {
  const now = core.now()
  const before = core.backupNotes.read(now)[where]
  if (fault === null && before === null) return
  core.backupNotes.change(now, { [where]: fault && { fault, since: before?.since ?? now } })
}

async function backUpNow(core: Core, order: BackupOrder, watch: Watch): Promise<MadeBackup> {
  const folder = backupsFolder(core.settings.programFile)
  const id = freeId(folder, core.now(), order.reason)
  const fault = await makeHere(core, order, id, watch)
  if (fault !== null) {
    noteTrouble(core, 'trouble', fault)
    throw refused('backups.notMade', { fault })
  }
  const thinningFault = await faultOf(core, async () => ({ result: thin(folder, core, () => true) }))
  noteTrouble(core, 'trouble', thinningFault)
  const secondFault = await copyToSecond(core, order.key, id, watch)
  noteTrouble(core, 'secondTrouble', secondFault)
  return { id, secondFault }
}

/**
 * Makes a backup of the program beside it and, when one is chosen, in the second folder; both are opened and
 * read through, and what has become too old is let go of. Calls go on meanwhile. One is made at a time.
 *
 * @throws a refusal `backups.notMade` with its fault; what keeps only the second folder from it is answered
 */
export function backUp(core: Core, order: BackupOrder, watch: Watch = {}): Promise<MadeBackup> {
  // A backup that has to wait still copies the program of its own key, whoever signs in meanwhile.
  const key = new Uint8Array(order.key)
  return core.backupTurns.run(() => backUpNow(core, { ...order, key }, watch)).finally(() => key.fill(0))
}

/**
 * The backup that must be there before something large happens to the program. Programs that are not kept, such
 * as the demo's, go without.
 * @throws a refusal `backups.notBefore`: what was to happen must not
 */
export async function backUpBefore(core: Core, order: BackupOrder, watch: Watch = {}): Promise<void> {
  if (!core.settings.automaticBackups) return
  try {
    await backUp(core, order, watch)
  } catch (error) {
    if (!(error instanceof Failure) || error.data.code !== 'backups.notMade') throw error
    throw refused('backups.notBefore', error.data.values)
  }
}
