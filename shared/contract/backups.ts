import * as z from 'zod'
import { backupFaults, backupReasons } from '../values/backups.ts'
import { backupId, recordCounts } from './backupValues.ts'
import { command, longCommand, longQuery, query } from './useCase.ts'
import { requiredText } from './values.ts'

export const backup = z.object({
  id: backupId,
  madeAt: z.string(),
  reason: z.enum(backupReasons),
  appVersion: z.string(),
  /** Both files together, in bytes. */
  bytes: z.int(),
  /** Null for what was put aside without its key: it could not be looked into. */
  counts: recordCounts.nullable(),
  /** Where it lies: beside the program file, in the second folder, or both. */
  isHere: z.boolean(),
  isInSecondFolder: z.boolean(),
})
export type Backup = z.infer<typeof backup>

/** What keeps backups from being made, and since when. */
export const backupTrouble = z.object({ fault: z.enum(backupFaults), since: z.string() })
export type BackupTrouble = z.infer<typeof backupTrouble>

export const backupState = z.object({
  backups: z.array(backup),
  /** What keeps backups from being made beside the program file; null when all is well. */
  trouble: backupTrouble.nullable(),
  secondFolder: z
    .object({
      path: z.string(),
      /** On the drive of the program file, it does not outlast that drive. */
      isSameDrive: z.boolean(),
      trouble: backupTrouble.nullable(),
    })
    .nullable(),
  /** The newest restore, as long as what it replaced is kept. */
  lastRestore: z
    .object({ at: z.string(), restoredMadeAt: z.string().nullable(), replacedId: backupId })
    .nullable(),
})
export type BackupState = z.infer<typeof backupState>

/** A backup by its name, or any folder of this machine that holds a program. */
export const backupSource = z.union([z.object({ id: backupId }), z.object({ folder: requiredText(1000) })])
export type BackupSource = z.infer<typeof backupSource>

/** What opens a backup that today's key does not open: as they were when it was made. */
export const backupCredential = z.union([
  z.object({ name: requiredText(), passphrase: z.string().max(1000) }),
  z.object({ recoveryCode: z.string().max(1000) }),
])
export type BackupCredential = z.infer<typeof backupCredential>

const readBackup = z.object({ source: backupSource, credential: backupCredential.nullable() })

export const backupPreview = z.object({
  programName: z.string(),
  madeAt: z.string().nullable(),
  counts: recordCounts,
  newestChangeAt: z.string().nullable(),
  now: z.object({ counts: recordCounts, newestChangeAt: z.string().nullable() }),
  /** Changes recorded in the program since, which a restore would set aside. */
  changesLost: z.int(),
  /** Changes that are only in the backup: what undoing a restore brings back. */
  changesGained: z.int(),
})
export type BackupPreview = z.infer<typeof backupPreview>

export const backups = {
  list: query({
    mayCall: ['administrator'],
    reads: ['safety', 'program'],
    input: z.object({}),
    output: backupState,
  }),
  /** Makes one now, there and in the second folder; `secondFault` says why the latter failed. */
  make: longCommand({
    mayCall: ['administrator'],
    changes: ['safety', 'audit'],
    input: z.object({}),
    output: z.object({ id: backupId, secondFault: z.enum(backupFaults).nullable() }),
  }),
  /** Where each backup is copied to as well; null for nowhere. */
  changeSecondFolder: command({
    mayCall: ['administrator'],
    changes: ['safety', 'audit'],
    input: z.object({ path: requiredText(1000).nullable() }),
    output: z.object({}),
  }),
  /** Lets go of backups in both places. The newest one stays. */
  remove: command({
    mayCall: ['administrator'],
    changes: ['safety', 'audit'],
    input: z.object({ ids: z.array(backupId).min(1, { error: 'chooseOne' }).max(500) }),
    output: z.object({ removed: z.int() }),
  }),
  /**
   * What a backup holds and what restoring it would set aside. Refused with `backups.otherKey` when it needs
   * a passphrase or recovery code of its time.
   */
  preview: longQuery({
    mayCall: ['administrator'],
    reads: ['safety'],
    input: readBackup,
    output: backupPreview,
  }),
  /** Puts a backup in the place of the program, which is kept as a backup itself, and signs out. */
  restore: longCommand({
    mayCall: ['administrator'],
    changes: ['session', 'program', 'safety'],
    input: readBackup,
    output: z.object({ replacedId: backupId.nullable() }),
  }),
  /** The backups beside a program that does not open, and the accounts that can open each. */
  toOpen: query({
    mayCall: 'anyone',
    reads: ['session', 'safety'],
    input: z.object({}),
    output: z.array(backup.pick({ id: true, madeAt: true, reason: true, bytes: true })),
  }),
  /**
   * Opens a backup before anybody has signed in: on a new machine, or over a program that does not open, which
   * is kept. Over a program only an administrator's passphrase or the recovery code will do.
   */
  open: longCommand({
    mayCall: 'anyone',
    changes: ['session', 'program', 'safety'],
    input: z.object({ source: backupSource, credential: backupCredential }),
    output: z.object({ replacedId: backupId.nullable() }),
  }),
}
