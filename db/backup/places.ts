import { basename, dirname, join } from 'node:path'
import { keyringPath } from '../opening/keyringPaths.ts'

/** The folder beside the program file that holds its backups. */
export const backupsFolder = (programFile: string) => join(dirname(programFile), 'backups')

/** Both files of a program inside a folder, under the names they have beside each other. */
export function filesIn(folder: string, programFile: string): { program: string; keyring: string } {
  const program = join(folder, basename(programFile))
  return { program, keyring: keyringPath(program) }
}

/** Where a program that is to take this one's place is prepared. Nothing in it counts yet. */
export const nextFolder = (programFile: string) => `${programFile}.next`

/** What is whole and decided: it takes the program's place, now or at the next start. */
export const readyFolder = (programFile: string) => `${programFile}.ready`

/** Where the files that were replaced wait until they become a backup. */
export const replacedFolder = (programFile: string) => `${programFile}.replaced`
