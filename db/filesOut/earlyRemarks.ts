import type { FileOutRemark } from '../../shared/values/filesOut.ts'
import { earlyPostTests } from '../assessments/earlyPostTests.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { addTo } from './fileContent.ts'

/** Says how many of the tests that go out came before their hours: no layout has a column for the reason. */
export async function addEarlyRemarks(
  remarks: Map<FileOutRemark, number>,
  db: Reader,
  kept: readonly { readonly id: number }[],
  sight: Sight,
): Promise<void> {
  const going = new Set(kept.map(({ id }) => id))
  for (const { id, earlyReason } of await earlyPostTests(db, sight))
    if (going.has(id)) addTo(remarks, earlyReason === null ? 'earlyWithoutReason' : 'earlyTest')
}
