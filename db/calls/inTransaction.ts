import type { Writer } from '../schema.ts'
import type { ProgramFile } from '../opening/openFile.ts'

/**
 * Something beside the program file that belongs to a transaction, such as a new keyring: prepared inside it,
 * put in force once it is kept, dropped when it is not.
 */
export interface Companion {
  keep(): void
  drop(): void
}

/** One open transaction, and how to tie something outside the file to it. */
export interface OpenTransaction {
  db: Writer
  alongside(companion: Companion): void
  /** Runs once the transaction is kept, and not otherwise. */
  afterwards(effect: () => void): void
}

/** Runs `body` in one immediate transaction; what it tied to it follows it either way. */
export async function inTransaction<Result>(
  file: ProgramFile,
  body: (transaction: OpenTransaction) => Promise<Result>,
): Promise<Result> {
  const companions: Companion[] = []
  const alongside = (companion: Companion) => void companions.push(companion)
  const afterwards = (keep: () => void) => alongside({ keep, drop: () => {} })
  let result: Result
  try {
    result = await file.writer.transaction().execute((db) => body({ db, alongside, afterwards }))
  } catch (error) {
    for (const companion of companions) companion.drop()
    throw error
  }
  for (const companion of companions) companion.keep()
  return result
}
