import { batchesOf } from '../batches.ts'
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

/** Numbers from the first to the last, both included. */
export type NumberSpan = readonly [first: number, last: number]

/** What the entry of an undone import says of the rows that lost their contents with it. */
export interface EmptiedRows {
  emptiedRows?: readonly NumberSpan[]
}

function spansOf(numbers: readonly number[]): NumberSpan[] {
  const spans: [number, number][] = []
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const last = spans.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else spans.push([number, number])
  }
  return spans
}

/**
 * Marks the rows of any import about learners who are removed again as gone, and takes their contents out for
 * good: nobody would find them to erase them, as the learners' numbers may be given again. The undo names the rows
 * that are given back in its own entry (see `EmptiedRows`).
 */
export async function emptyImportRows(db: Writer, learnerIds: readonly number[]): Promise<NumberSpan[]> {
  const emptied: number[] = []
  for (const some of batchesOf(learnerIds)) {
    const rows = await db
      .selectFrom('importRows')
      .select('id')
      .where('learnerId', 'in', some)
      .where('salt', 'is not', null)
      .execute()
    for (const { id } of rows) emptied.push(id)
    await db
      .updateTable('importRows')
      .set({ undone: 'gone', ...nothing })
      .where('learnerId', 'in', some)
      .execute()
  }
  return spansOf(emptied)
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
  ofImportRow(rowId: number, entryId: number): boolean
}

/** The rows that lost their contents when imports were undone, each span with the entry of its undo. */
async function readEmptiedRows(db: Pick<Reader, 'selectFrom'>) {
  const undos = await db
    .selectFrom('auditEntries')
    .select(['id', 'after'])
    .where('subject', '=', 'import')
    .where('action', '=', 'imports.undo')
    .execute()
  return undos.flatMap(({ id, after }) => {
    const { emptiedRows = [] } = JSON.parse(after ?? '{}') as EmptiedRows
    return emptiedRows.map(([first, last]) => ({ entryId: id, first, last }))
  })
}

/** Reads the entries of every erasure, and of every undo that took contents along. */
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
  const spans = await readEmptiedRows(db)
  return {
    ofImportRow: (rowId, entryId) =>
      spans.some((span) => entryId <= span.entryId && span.first <= rowId && rowId <= span.last),
    ofLearner: (learnerId, entryId) => entryId <= (learners.get(learnerId) ?? 0),
    ofDisclosure: (disclosureId, entryId) => entryId <= (disclosures.get(disclosureId) ?? 0),
  }
}
