import type { KeptReason, LaterEntry, UndoneFate } from '../../../shared/values/imports.ts'
import type { ValueChange } from '../recordChanges.ts'
import type { Fields, ImportedRecord } from './importedRecords.ts'
import { editedFields, isSame, recordKinds } from './recordKinds.ts'
import type { LearnerLists } from './recordsNow.ts'

/** What undoing does to one record, and what of it stays. */
export interface Fate {
  readonly record: ImportedRecord
  readonly fate: UndoneFate
  /** Values to put back. */
  readonly putBack: Fields
  /** Phones and second student numbers to take away again. */
  readonly phoneIds: readonly number[]
  readonly otherIds: readonly string[]
  readonly reason: KeptReason | null
  readonly entries: readonly LaterEntry[]
  /** Values that stay: as they would have been put back (`before`), and as they are (`after`). */
  readonly keptValues: readonly ValueChange[]
}

/** What is known of a record beside its columns. */
export interface Circumstances {
  readonly entries: ReadonlySet<LaterEntry> | undefined
  readonly isInClosedCohort: boolean
  /** True when the record of changes names it after the import. */
  readonly isTouched: boolean
  /** True when two records of the person were merged after the import. */
  readonly isMerged: boolean
  readonly lists: LearnerLists
}

const nothing = { putBack: {}, phoneIds: [], otherIds: [], reason: null, entries: [], keptValues: [] }

const kept = (record: ImportedRecord, reason: KeptReason, more: Partial<Fate> = {}): Fate => ({
  ...nothing,
  ...{ record, reason, fate: 'kept' },
  ...more,
})

function listsAreEdited(record: ImportedRecord, lists: LearnerLists): boolean {
  const phones = lists.phonesOf(record.id)
  return (
    phones.length !== record.addedPhones.length ||
    phones.some(({ number, contactName }) => contactName !== null || !record.addedPhones.includes(number)) ||
    lists.otherIdsOf(record.id).some((id) => !record.addedOtherIds.includes(id))
  )
}

function fateOfNew(record: ImportedRecord, now: Fields, around: Circumstances): Fate {
  const { entries, isInClosedCohort, isTouched, lists } = around
  if (isInClosedCohort) return kept(record, 'cohortClosed')
  if (entries) return kept(record, 'hasEntries', { entries: [...entries] })
  const edited = editedFields(record.subject, record.after, now)
  const keptValues = edited.map((field) => ({
    ...{ field, before: record.after[field] ?? null, after: now[field] ?? null },
  }))
  const isEdited = edited.length > 0 || (record.subject === 'learner' && listsAreEdited(record, lists))
  if (isEdited || isTouched) return kept(record, 'edited', { keptValues })
  return { ...nothing, record, fate: 'removed' }
}

/** The values of a record apart: still as the import left them, changed since, or back already. */
function sortedValues({ before, after }: ImportedRecord, now: Fields) {
  const putBack: Fields = {}
  const keptValues: ValueChange[] = []
  for (const [field, value] of Object.entries(after)) {
    if (isSame(before[field], now[field])) continue
    if (isSame(value, now[field])) putBack[field] = before[field] ?? null
    else keptValues.push({ field, before: before[field] ?? null, after: now[field] ?? null })
  }
  return { putBack, keptValues }
}

/** Phones and numbers that the import added and nobody has made more of. */
function addedLists(record: ImportedRecord, lists: LearnerLists) {
  if (record.subject !== 'learner') return { phoneIds: [], otherIds: [], keptValues: [] }
  const added = lists.phonesOf(record.id).filter(({ number }) => record.addedPhones.includes(number))
  return {
    phoneIds: added.filter(({ contactName }) => contactName === null).map(({ id }) => id),
    otherIds: lists.otherIdsOf(record.id).filter((id) => record.addedOtherIds.includes(id)),
    keptValues: added
      .filter(({ contactName }) => contactName !== null)
      .map(({ number }) => ({ field: 'phone', before: null, after: number })),
  }
}

function fateOfChanged(record: ImportedRecord, now: Fields, around: Circumstances): Fate | null {
  const values = sortedValues(record, now)
  const lists = addedLists(record, around.lists)
  const keptValues = [...values.keptValues, ...lists.keptValues]
  const { putBack } = values
  const { phoneIds, otherIds } = lists
  const hasMore = Object.keys(putBack).length + phoneIds.length + otherIds.length > 0
  if (!hasMore && keptValues.length === 0) return null
  if (!recordKinds[record.subject].isByField) {
    const all = [
      ...keptValues,
      ...Object.entries(putBack).map(([field, before]) => ({ field, before, after: now[field] })),
    ]
    if (around.isInClosedCohort) return kept(record, 'cohortClosed', { keptValues: all })
    if (keptValues.length > 0 || !isSame(now.voidedAt, null))
      return kept(record, 'edited', { keptValues: all })
    if (around.entries) {
      return kept(record, 'hasEntries', { entries: [...around.entries], keptValues: all })
    }
  }
  if (!hasMore) return kept(record, 'edited', { keptValues })
  const isWhole = keptValues.length === 0
  return {
    ...{ record, fate: isWhole ? 'putBack' : 'partly', reason: isWhole ? null : 'edited' },
    ...{ putBack, phoneIds, otherIds, entries: [], keptValues },
  }
}

/** What undoing an import does to one record as it is now; null when nothing of the import is left in it. */
export function fateOf(record: ImportedRecord, now: Fields, around: Circumstances): Fate | null {
  // A merge comes apart as a whole: what it moved is not taken from under it.
  if (around.isMerged) return kept(record, 'merged')
  return record.isCreated ? fateOfNew(record, now, around) : fateOfChanged(record, now, around)
}
