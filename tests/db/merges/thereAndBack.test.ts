import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergedFacts, type MergeSide } from '../../../shared/rules/merging.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { aProgram, aRecord, contentOf, writeRecord, type Program, type TestCore } from './twoRecords.ts'

let core: TestCore
let program: Program
let third: number
beforeAll(async () => {
  core = await signedInCore({ today: '2026-05-01' })
  program = await aProgram(core)
  const added = await core.api.learners.create({ familyName: 'Third', givenName: 'Person' })
  third = added.learnerId
})
afterAll(() => core.dispose())

/** Sides for what stands in both and for the facts, from a stream of coin throws. */
export async function mergeAtRandom(
  { api }: TestCore,
  [keptId, otherId]: readonly [number, number],
  coins: readonly boolean[],
): Promise<number> {
  const preview = await api.merges.preview({ keptId, otherId })
  let thrown = 0
  const side = (): MergeSide => (coins[thrown++ % coins.length] ? 'kept' : 'other')
  const facts = Object.fromEntries(mergedFacts.map((fact) => [fact, side()]))
  const doubles = Object.fromEntries(preview.doubles.map(({ key }) => [key, side()]))
  const { signature } = preview
  const { mergeId } = await api.merges.merge({ keptId, otherId, signature, facts, doubles })
  return mergeId
}

const coins = fc.array(fc.boolean(), { minLength: 5, maxLength: 9 })

test('merging two records and taking the merge apart leaves the file as it was', async () => {
  await fc.assert(
    fc.asyncProperty(aRecord, aRecord, coins, async (one, two, sides) => {
      const keptId = await writeRecord(core, program, one, third)
      const otherId = await writeRecord(core, program, two, third)
      const before = await contentOf(core)
      const mergeId = await mergeAtRandom(core, [keptId, otherId], sides)
      const { signature } = await core.api.merges.unmergePreview({ mergeId })
      await core.api.merges.unmerge({ mergeId, signature })
      expect(await contentOf(core)).toEqual(before)
    }),
    { numRuns: 25 },
  )
})
