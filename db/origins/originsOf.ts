import type { OriginOfField, RecordOrigins, ValueOrigin } from '../../shared/contract/origins.ts'
import { isSameValue, lastChange } from './lastChange.ts'
import { nameOfField, type Fields } from './recordedFields.ts'
import type { RecordEvent } from './recordEvents.ts'

/**
 * Where each value of a record comes from.
 * @param now the record as it is, entries of lists as fields of their own
 * @param untold what to say where the record of changes does not tell
 */
export function originsOf(now: Fields, events: readonly RecordEvent[], untold: ValueOrigin): RecordOrigins {
  const [first] = events
  const record = first?.before === null ? first.origin : untold
  const fields = Object.entries(now).flatMap(([field, value]): OriginOfField[] => {
    if (value === null || value === '') return []
    const last = lastChange(events, field)
    // What a record holds without anybody saying so, it holds since its beginning.
    const isTold = last === null || isSameValue(last.after?.[field], value)
    const origin = isTold ? (last?.origin ?? record) : untold
    return [{ field: nameOfField(field), value: String(value), origin }]
  })
  return { record, fields }
}
