import type { Backup, BackupState } from '../../shared/contract/backups.ts'
import type { Core } from '../core.ts'
import { backupsIn, type FoundBackup } from './backupFolders.ts'
import { backupsFolder } from './places.ts'
import { backupsInSecond, isOnSameDrive } from './secondFolder.ts'

const backupOf = (
  { id, manifest }: FoundBackup,
  places: Pick<Backup, 'isHere' | 'isInSecondFolder'>,
): Backup => ({
  id,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  appVersion: manifest.appVersion,
  bytes: (manifest.program?.bytes ?? 0) + (manifest.keyring?.bytes ?? 0),
  counts: manifest.content?.counts ?? null,
  ...places,
})

/** The backups beside the program. */
export const backupsHere = (core: Core): FoundBackup[] =>
  backupsIn(backupsFolder(core.settings.programFile), core.settings.programFile)

/** The program's own backups in the second folder; other programs may keep theirs there too. */
export function backupsThere(core: Core): FoundBackup[] {
  const { secondFolder, origin } = core.backupNotes.read(core.now())
  if (secondFolder === null) return []
  return backupsIn(backupsInSecond(secondFolder), core.settings.programFile).filter(
    ({ manifest }) => manifest.origin === origin,
  )
}

/** Every backup once, newest first, with the places it lies in. */
export function allBackups(core: Core): Backup[] {
  const here = backupsHere(core)
  const there = backupsThere(core)
  const idsHere = new Set(here.map(({ id }) => id))
  const idsThere = new Set(there.map(({ id }) => id))
  return [...here, ...there.filter(({ id }) => !idsHere.has(id))]
    .map((found) =>
      backupOf(found, { isHere: idsHere.has(found.id), isInSecondFolder: idsThere.has(found.id) }),
    )
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt) || b.id.localeCompare(a.id))
}

/** Everything about backups that an administrator decides by. */
export function backupState(core: Core): BackupState {
  const notes = core.backupNotes.read(core.now())
  const backups = allBackups(core)
  const { lastRestore, secondFolder } = notes
  const isKept = backups.some(({ id }) => id === lastRestore?.replacedId)
  return {
    backups,
    trouble: notes.trouble,
    secondFolder:
      secondFolder === null
        ? null
        : {
            path: secondFolder,
            isSameDrive: isOnSameDrive(secondFolder, core.settings.programFile),
            trouble: notes.secondTrouble,
          },
    lastRestore: isKept ? lastRestore : null,
  }
}
