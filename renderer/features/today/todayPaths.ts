import { workOf, type WorkOf } from '../../../shared/contract/today.ts'
import { workListIds, type WorkListId } from '../../../shared/rules/workLists.ts'

/** The page that prints one list. */
export const printListPath = (list: WorkListId, of: WorkOf) => `/today/print/${list}/${of}`

/** The list and whose work an address asks for; null where it asks for none. */
export function printedList(address: {
  list?: string
  of?: string
}): { list: WorkListId; of: WorkOf } | null {
  const list = workListIds.find((id) => id === address.list)
  const of = workOf.safeParse(/^\d+$/.test(address.of ?? '') ? Number(address.of) : address.of)
  return list !== undefined && of.success ? { list, of: of.data } : null
}
