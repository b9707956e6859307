import type { Selectable } from 'kysely'
import type { AuditFault } from '../../shared/contract/audit.ts'
import type { AuditEntryTable } from '../schema.ts'
import type { AuditHead } from './auditHead.ts'
import { contentHashOf, entryHashOf } from './chain.ts'

export type StoredEntry = Selectable<AuditEntryTable>

const follows = (previousHash: string, entry: StoredEntry, id = entry.id) =>
  entryHashOf(previousHash, { ...entry, id }) === entry.hash

/** What happened where an entry does not follow from the one before, as far as its neighbours tell. */
function brokenLink(previous: AuditHead, entry: StoredEntry, next: StoredEntry | undefined): AuditFault {
  if (next === undefined || follows(entry.hash, next)) return 'edited'
  if (follows(previous.hash, next, entry.id)) return 'inserted'
  // Its own hash is genuine, under the number it had before the entries after a gap were moved up.
  if (follows(entry.hash, next, next.id + 1)) return 'removed'
  return 'edited'
}

/**
 * Whether `entry` is what was written after `previous`; null when it is. `mayBeErased` says whether the
 * person it is about was erased after it. `next` helps to say what happened.
 */
export function findFault(
  previous: AuditHead,
  entry: StoredEntry,
  next: StoredEntry | undefined,
  mayBeErased: (entry: StoredEntry) => boolean,
): { fault: AuditFault; entryId: number } | null {
  if (entry.id !== previous.entries + 1) return { fault: 'removed', entryId: previous.entries + 1 }
  const { id: entryId, salt, before, after } = entry
  const isEmptied = salt === null && before === null && after === null
  if (!isEmptied && contentHashOf(salt ?? '', entry) !== entry.contentHash)
    return { fault: 'edited', entryId }
  if (!follows(previous.hash, entry)) return { fault: brokenLink(previous, entry, next), entryId }
  if (isEmptied && !mayBeErased(entry)) return { fault: 'contentsRemoved', entryId }
  return null
}
