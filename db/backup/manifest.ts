import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { recordCounts } from '../../shared/contract/backupValues.ts'
import { backupReasons } from '../../shared/values/backups.ts'
import { filesIn } from './places.ts'

const fileFacts = z.object({ bytes: z.int(), sha256: z.string() })
export type FileFacts = z.infer<typeof fileFacts>

/** What is true of a backup before anything was read from it. */
const aboutSchema = z.object({
  /** Which program folder made it, so that two programs can share a second folder. */
  origin: z.string(),
  reason: z.enum(backupReasons),
  madeAt: z.string(),
  appVersion: z.string(),
})
export type AboutBackup = z.infer<typeof aboutSchema>

/** What is read from the program itself. */
const contentSchema = z.object({
  counts: recordCounts,
  newestChangeAt: z.string().nullable(),
  /** The end of the record of changes, known outside it; null in files from before it was chained. */
  auditHead: z.object({ entries: z.int(), hash: z.string() }).nullable(),
})
export type ProgramContent = z.infer<typeof contentSchema>

const manifestSchema = aboutSchema.extend({
  version: z.literal(1),
  /** Null when the program was put aside without its key. Otherwise it was opened and read through. */
  content: contentSchema.nullable(),
  /** Null when the program that was put aside had lost this file. */
  program: fileFacts.nullable(),
  keyring: fileFacts.nullable(),
})

/** What stands in the `backup.json` of a backup. */
export type Manifest = z.infer<typeof manifestSchema>

export const manifestName = 'backup.json'

export const manifestText = (manifest: Manifest) => JSON.stringify(manifest, null, 2)

/** What a folder says that it is; null when it is no backup of ours. */
export function readManifest(folder: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')))
  } catch {
    return null
  }
}

/** Whether both files of a backup are there at their full length. Their content is checked when it is opened. */
export function isComplete(folder: string, programFile: string, manifest: Manifest): boolean {
  const { program, keyring } = filesIn(folder, programFile)
  const lengthOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size
  return (
    manifest.program !== null &&
    manifest.keyring !== null &&
    lengthOf(program) === manifest.program.bytes &&
    lengthOf(keyring) === manifest.keyring.bytes
  )
}
