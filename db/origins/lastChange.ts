import type { Fields } from './recordedFields.ts'
import type { RecordEvent } from './recordEvents.ts'

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''
/** Flags are kept as numbers and noted as true or false. */
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)

/** True when two stored values say the same. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  plain(one) === plain(other) || (isEmpty(one) && isEmpty(other))

/** Entries of lists are named only where the list was written; an absent one is gone then. */
const listOf = (field: string) => (field.includes(':') ? field.split(':')[0]! + ':' : null)

function changes(event: RecordEvent, field: string): boolean {
  const { before, after } = event
  if (after === null) return false
  const has = (side: Fields | null) => side !== null && field in side
  if (listOf(field) === null && !has(after)) return false
  return !isSameValue(before?.[field], after[field])
}

/**
 * The last event that gave a field the value it has, or emptied it; null when none of them touched it. Saving a
 * record with the same value again is no change.
 */
export function lastChange(events: readonly RecordEvent[], field: string): RecordEvent | null {
  return events.findLast((event) => changes(event, field)) ?? null
}
