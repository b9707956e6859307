import type { Reader, Writer } from '../schema.ts'

/** Use cases that erase a person. Their entry says why entries about that person have no contents. */
export const erasingActions = ['keep.erase'] as const

/** What the entry of an erasure says: also which disclosures named somebody who was erased. */
export interface ErasureContents {
  erased: true
  reason: string
  disclosures?: readonly number[]
}

const nothing = { before: null, after: null, salt: null }

/**
 * Takes the contents out of every entry about a learner, and out of the rows that imports brought for
 * them, for good. Their hashes stay, so that the record still holds together. The use case that erases
 * must leave an entry of its own about the learner (see `erasingActions`); that one says nothing of them.
 */
export async function eraseAuditContents(db: Writer, learnerId: number): Promise<void> {
  await db.updateTable('auditEntries').set(nothing).where('learnerId', '=', learnerId).execute()
  await db.updateTable('importRows').set(nothing).where('learnerId', '=', learnerId).execute()
}

/**
 * Takes recipient and note out of a disclosure and the contents out of its entry, for good. The use case that
 * erases names the disclosure in its own entry (see `ErasureContents`).
 */
export async function eraseDisclosureContents(db: Writer, disclosureId: number): Promise<void> {
  await db
    .updateTable('disclosures')
    .set({ recipient: null, purposeNote: null })
    .where('id', '=', disclosureId)
    .execute()
  await db
    .updateTable('auditEntries')
    .set(nothing)
    .where('subject', '=', 'disclosure')
    .where('subjectId', '=', disclosureId)
    .execute()
}

/** Which entries an erasure after them has emptied. */
export interface Erasings {
  ofLearner(learnerId: number | null, entryId: number): boolean
  ofDisclosure(disclosureId: number | null, entryId: number): boolean
}

/** Reads the entries of every erasure. */
export async function readErasings(db: Pick<Reader, 'selectFrom'>): Promise<Erasings> {
  const rows = await db
    .selectFrom('auditEntries')
    .select(['id', 'learnerId', 'after'])
    .where('action', 'in', [...erasingActions])
    .where('learnerId', 'is not', null)
    .orderBy('id')
    .execute()
  const learners = new Map<number | null, number>()
  const disclosures = new Map<number | null, number>()
  for (const { id, learnerId, after } of rows) {
    learners.set(learnerId, id)
    const { disclosures: emptied = [] } = JSON.parse(after ?? '{}') as Partial<ErasureContents>
    for (const disclosureId of emptied) disclosures.set(disclosureId, id)
  }
  return {
    ofLearner: (learnerId, entryId) => entryId <= (learners.get(learnerId) ?? 0),
    ofDisclosure: (disclosureId, entryId) => entryId <= (disclosures.get(disclosureId) ?? 0),
  }
}
