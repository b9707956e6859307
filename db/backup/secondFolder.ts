import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { invalidFields } from '../failure.ts'
import { backupsFolder } from './places.ts'

/**
 * Backups lie in a folder of their own inside the chosen one. When it is not there, the drive is not: an empty
 * mount point is never filled by mistake.
 */
export const backupsInSecond = (path: string) => join(path, 'Stepping Stones backups')

const refusedPath = (code: string) => invalidFields([{ path: 'path', code, values: {} }])

function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** Makes room for backups in a folder that was chosen; throws what is wrong with it as the field's problem. */
export function makeRoomInSecond(path: string, programFile: string): void {
  if (!isAbsolute(path)) throw refusedPath('backups.pathNotWhole')
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw refusedPath('backups.noSuchFolder')
  const real = realpathSync(path)
  const own = realpathSync(dirname(programFile))
  if (real === own || contains(backupsFolder(own), real)) throw refusedPath('backups.sameFolder')
  try {
    mkdirSync(backupsInSecond(path), { recursive: true })
    accessSync(backupsInSecond(path), constants.W_OK)
  } catch {
    throw refusedPath('backups.folderTakesNothing')
  }
}

/** Whether both lie on one drive; false when that cannot be told. */
export function isOnSameDrive(path: string, programFile: string): boolean {
  const deviceOf = (place: string) => statSync(place, { throwIfNoEntry: false })?.dev
  const device = deviceOf(path)
  return device !== undefined && device === deviceOf(dirname(programFile))
}
