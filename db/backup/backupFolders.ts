import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupId } from '../../shared/contract/backupValues.ts'
import type { BackupReason } from '../../shared/values/backups.ts'
import { isComplete, readManifest, type Manifest } from './manifest.ts'

/** A backup as it lies in a folder. */
export interface FoundBackup {
  id: string
  folder: string
  manifest: Manifest
}

/** The ending of a backup's folder while it is being made or removed. */
const partialEnding = '.partial'
export const partialOf = (folder: string) => `${folder}${partialEnding}`

const isBackupName = (name: string) => backupId.safeParse(name).success

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The backups in a folder, newest first; what is not one of ours is passed over. */
export function backupsIn(folder: string, programFile: string): FoundBackup[] {
  return namesIn(folder)
    .filter(isBackupName)
    .flatMap((id): FoundBackup[] => {
      const path = join(folder, id)
      const manifest = readManifest(path)
      return manifest && isComplete(path, programFile, manifest) ? [{ id, folder: path, manifest }] : []
    })
    .sort((a, b) => b.manifest.madeAt.localeCompare(a.manifest.madeAt) || b.id.localeCompare(a.id))
}

/** A name that no backup in the folder has: the moment in UTC and the reason. */
export function freeId(folder: string, madeAt: string, reason: BackupReason): string {
  const taken = new Set(namesIn(folder).map((name) => name.replace(partialEnding, '')))
  const name = `${madeAt.slice(0, 19).replaceAll(':', '-')}Z ${reason}`
  let id = name
  for (let number = 2; taken.has(id); number++) id = `${name} ${number}`
  return id
}

/** Removes a backup. Interrupted, what is left of it counts for nothing and goes with the next clearing. */
export function removeBackup({ folder }: Pick<FoundBackup, 'folder'>): void {
  renameSync(folder, partialOf(folder))
  rmSync(partialOf(folder), { recursive: true })
}

/** Removes what an interruption left half made or half removed. */
export function clearPartials(folder: string): void {
  for (const name of namesIn(folder)) {
    if (!name.endsWith(partialEnding) || !isBackupName(name.slice(0, -partialEnding.length))) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}
