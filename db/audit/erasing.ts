import type { Writer } from '../schema.ts'

/** Use cases that erase a person. Their entry says why entries about that person have no contents. */
export const erasingActions = ['keep.erase'] as const

/**
 * Takes the contents out of every entry about a learner, and out of the rows that imports brought for
 * them, for good. Their hashes stay, so that the record still holds together. The use case that erases
 * must leave an entry of its own about the learner (see `erasingActions`); that one says nothing of them.
 */
export async function eraseAuditContents(db: Writer, learnerId: number): Promise<void> {
  const nothing = { before: null, after: null, salt: null }
  await db.updateTable('auditEntries').set(nothing).where('learnerId', '=', learnerId).execute()
  await db.updateTable('importRows').set(nothing).where('learnerId', '=', learnerId).execute()
}
