import Database from 'better-sqlite3'
import type { BackupFault } from '../../shared/values/backups.ts'
import { Failure } from '../failure.ts'
import { fileFailure } from '../opening/fileFailure.ts'
import { sqliteFailure } from '../opening/sqliteFailure.ts'

/** Why work with a backup stopped, as far as it was foreseen. `otherKey`: the key given does not open it. */
export type CopyFault = BackupFault | 'otherKey'

/** Raised where the cause is already known. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
  readonly fault: CopyFault

  constructor(fault: CopyFault) {
    super(fault)
    this.fault = fault
  }
}

const faults: Readonly<Record<string, CopyFault>> = {
  diskFull: 'diskFull',
  diskFailed: 'diskFailed',
  programFolderReadOnly: 'folderReadOnly',
  programFolderMissing: 'folderMissing',
  programFileVanished: 'folderMissing',
  programFileDamaged: 'programDamaged',
  programFileUnreadable: 'otherKey',
}

/** The fault behind an error, or null for one that nobody foresaw. */
export function faultBehind(error: unknown): CopyFault | null {
  if (error instanceof BackupProblem) return error.fault
  const failure = error instanceof Database.SqliteError ? sqliteFailure(error) : fileFailure(error)
  return failure instanceof Failure ? (faults[failure.data.code] ?? null) : null
}

/** What a worker answers with: its result, or the fault that a person can do something about. */
export type Answer<Result> = { readonly result: Result } | { readonly fault: CopyFault }

/** Runs a worker's body; only what nobody foresaw is thrown. */
export function answering<Result>(body: () => Result): Answer<Result> {
  try {
    return { result: body() }
  } catch (error) {
    const fault = faultBehind(error)
    if (fault === null) throw error
    return { fault }
  }
}
