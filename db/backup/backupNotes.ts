import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { backupTrouble } from '../../shared/contract/backups.ts'
import { replaceFile } from '../opening/replaceFile.ts'
import { backupsFolder } from './places.ts'

const notesSchema = z.object({
  version: z.literal(1),
  /** Marks the backups of this program folder wherever they are copied to. */
  origin: z.string(),
  secondFolder: z.string().nullable(),
  /** What keeps backups from being made beside the program, or from being copied to the second folder. */
  trouble: backupTrouble.nullable(),
  secondTrouble: backupTrouble.nullable(),
  lastRestore: z
    .object({ at: z.string(), restoredMadeAt: z.string().nullable(), replacedId: z.string() })
    .nullable(),
})
export type Notes = z.infer<typeof notesSchema>

const firstNotes = (): Notes => ({
  version: 1,
  origin: randomUUID(),
  secondFolder: null,
  trouble: null,
  secondTrouble: null,
  lastRestore: null,
})

/**
 * What must be known about backups even when the program does not open: a small file among them. What cannot
 * be written (the disk may be full) is remembered until the app ends, and found out again at its next start.
 */
export class BackupNotes {
  readonly #programFile: string
  #unwritten: Notes | null = null

  constructor(programFile: string) {
    this.#programFile = programFile
  }

  get #path(): string {
    return join(backupsFolder(this.#programFile), 'state.json')
  }

  /** The notes as they stand. `now` dates the loss of a file that cannot be read any more. */
  read(now: string): Notes {
    if (this.#unwritten) return this.#unwritten
    if (!existsSync(this.#path)) return (this.#unwritten = firstNotes())
    try {
      return notesSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      const secondTrouble = { fault: 'settingsLost', since: now } as const
      return (this.#unwritten = { ...firstNotes(), secondTrouble })
    }
  }

  change(now: string, change: Partial<Notes>): void {
    const notes = { ...this.read(now), ...change }
    this.#unwritten = notes
    try {
      mkdirSync(backupsFolder(this.#programFile), { recursive: true })
      replaceFile(this.#path, JSON.stringify(notes, null, 2))
      this.#unwritten = null
    } catch {
      // Remembered above. What keeps it from being written keeps backups from being made, and is said there.
    }
  }
}
