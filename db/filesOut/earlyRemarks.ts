import { testDaysOf } from '../../shared/rules/programYearGains.ts'
import { programYearOf, type IsoDate } from '../../shared/values/dates.ts'
import type { FileOutRemark } from '../../shared/values/filesOut.ts'
import { earlyPostTests } from '../assessments/earlyPostTests.ts'
import { checkedTests } from '../dataChecks/learnerFacts.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { addTo } from './fileContent.ts'

/** Says how many of the tests that go out came before their hours: no layout has a column for the reason. */
export async function addEarlyRemarks(
  remarks: Map<FileOutRemark, number>,
  db: Reader,
  kept: readonly { readonly id: number; readonly testedOn: IsoDate }[],
  sight: Sight,
): Promise<void> {
  const inOrder = kept.map(({ testedOn }) => testedOn).toSorted()
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined) return
  const going = new Set(kept.map(({ id }) => id))
  const tests = await checkedTests(db, sight, { from: testDaysOf(programYearOf(first)).from, to: last })
  for (const { id, earlyReason } of await earlyPostTests(db, tests))
    if (going.has(id)) addTo(remarks, earlyReason === null ? 'earlyWithoutReason' : 'earlyTest')
}
