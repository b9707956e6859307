import { expect, test } from 'vitest'
import { foundInBatches, idsAtATime } from '../../db/batches.ts'

test('more rows than a call takes as arguments come back in the order of the items', async () => {
  const ids = Array.from({ length: idsAtATime + 1 }, (_, index) => index)
  const rows = await foundInBatches(ids, async (some) => some.flatMap((id) => Array<number>(60).fill(id)))
  expect(rows).toHaveLength(ids.length * 60)
  expect([rows[0], rows.at(-1)]).toEqual([0, idsAtATime])
})
