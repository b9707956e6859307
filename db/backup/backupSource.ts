import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { BackupSource } from '../../shared/contract/backups.ts'
import type { Core } from '../core.ts'
import { invalidFields, notFound } from '../failure.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { backupsFolder, filesIn } from './places.ts'
import { backupsInSecond } from './secondFolder.ts'

/** A program that can be opened or put in place: its two files, and what its folder says that it is. */
export interface SourceProgram {
  files: { program: string; keyring: string }
  manifest: Manifest | null
}

function programIn(folder: string, programFile: string): SourceProgram | null {
  const files = filesIn(folder, programFile)
  if (!existsSync(files.program) || !existsSync(files.keyring)) return null
  return { files, manifest: readManifest(folder) }
}

/** Where a backup of this name may lie: beside the program first, then in the second folder. */
function foldersOf(core: Core, id: string): string[] {
  const { secondFolder } = core.backupNotes.read(core.now())
  const places = [backupsFolder(core.settings.programFile)]
  if (secondFolder !== null) places.push(backupsInSecond(secondFolder))
  return places.map((place) => join(place, id))
}

/** Finds what is to be opened. Throws when the backup is gone, or the folder holds no program with its keys. */
export function findSource(core: Core, source: BackupSource): SourceProgram {
  const { programFile } = core.settings
  if ('id' in source) {
    for (const folder of foldersOf(core, source.id)) {
      const found = programIn(folder, programFile)
      if (found) return found
    }
    throw notFound('backup')
  }
  const problem = (code: string) => invalidFields([{ path: 'source.folder', code, values: {} }])
  if (!isAbsolute(source.folder)) throw problem('backups.pathNotWhole')
  const found = programIn(source.folder, programFile)
  if (!found) throw problem('backups.noProgramThere')
  return found
}
