import type { AuditComparison, AuditFault, AuditVerdict } from '../../shared/contract/audit.ts'
import type { ReportProgress } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { auditHead, type AuditHead } from './auditHead.ts'
import { chainStart } from './chain.ts'
import { readErasings } from './erasing.ts'
import { findFault, type StoredEntry } from './findFault.ts'
import { fingerprintOf } from './fingerprint.ts'
import { disclosureIsAsWritten } from './verifyDisclosure.ts'
import { importRowsAreAsWritten } from './verifyImportRows.ts'

type Reads = Pick<Reader, 'selectFrom'>

/** A fingerprint noted outside the file, and the entry at which the record must show it. */
export type KnownFingerprint = AuditComparison & { entries: number }

const rowsAtOnce = 500

/**
 * Walks the whole record of changes and says whether it is as it was written, or names the first entry
 * that is not. `known` are fingerprints noted elsewhere: only they show that the end is missing, or that
 * somebody with the file's key wrote all of it anew.
 */
export async function verifyChain(
  db: Reads,
  progress: ReportProgress,
  known: readonly KnownFingerprint[] = [],
): Promise<AuditVerdict> {
  const erasings = await readErasings(db)
  const total = (await auditHead(db)).entries
  const fingerprints = new Map<number, string>()
  const asked = new Set(known.map(({ entries }) => entries))
  let previous: AuditHead = { entries: 0, hash: chainStart }
  let erased = 0

  const counts = () => ({ entries: previous.entries, erased })
  const broken = (fault: AuditFault, entryId: number): AuditVerdict => ({
    ...{ state: 'broken', ...counts(), fault, entryId },
    against: null,
  })

  async function faultOf(entry: StoredEntry, next: StoredEntry | undefined) {
    const found = findFault(
      previous,
      entry,
      next,
      ({ learnerId, subject, subjectId, id }) =>
        erasings.ofLearner(learnerId, id) ||
        (subject === 'disclosure' && erasings.ofDisclosure(subjectId, id)),
    )
    if (found) return found
    const isRowErased = ({ id, learnerId }: { id: number; learnerId: number | null }) =>
      erasings.ofLearner(learnerId, entry.id) || erasings.ofImportRow(id, entry.id)
    if (!(await importRowsAreAsWritten(db, entry, isRowErased)))
      return { fault: 'importRowsChanged', entryId: entry.id } as const
    if (!(await disclosureIsAsWritten(db, entry)))
      return { fault: 'disclosureChanged', entryId: entry.id } as const
    return null
  }

  for (;;) {
    await progress('checkingRecord', previous.entries, total)
    const page = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('id', '>', previous.entries)
      .orderBy('id')
      // One more than is judged, to see what follows the last.
      .limit(rowsAtOnce + 1)
      .execute()
    if (page.length === 0) break
    for (const [index, entry] of page.slice(0, rowsAtOnce).entries()) {
      const found = await faultOf(entry, page[index + 1])
      if (found) return broken(found.fault, found.entryId)
      if (entry.salt === null) erased++
      previous = { entries: entry.id, hash: entry.hash }
      if (asked.has(entry.id)) fingerprints.set(entry.id, fingerprintOf(previous))
    }
  }

  for (const { entries, ...against } of known.toSorted((one, other) => one.entries - other.entries)) {
    if (entries > previous.entries) {
      const entryId = previous.entries + 1
      return { state: 'broken', ...counts(), fault: 'endMissing', entryId, against }
    }
    if (fingerprints.get(entries) !== against.fingerprint)
      return { state: 'broken', ...counts(), fault: 'rewritten', entryId: entries, against }
  }
  return {
    state: 'intact',
    ...counts(),
    fingerprint: fingerprintOf(previous),
    comparedWith: known.map(({ entries: _, ...comparison }) => comparison),
  }
}
