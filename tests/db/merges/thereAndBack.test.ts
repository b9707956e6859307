import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInCore } from '../../helpers/testCore.ts'
import { mergeAtRandom } from './mergeAtRandom.ts'
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

const coins = fc.array(fc.boolean(), { minLength: 5, maxLength: 9 })

test('merging two records and taking the merge apart leaves the file as it was', async () => {
  await fc.assert(
    fc.asyncProperty(aRecord, aRecord, coins, async (one, two, sides) => {
      const keptId = await writeRecord(core, program, one, third)
      const otherId = await writeRecord(core, program, two, third)
      const before = await contentOf(core)
      const mergeId = await mergeAtRandom(core, [keptId, otherId], sides)
      const merged = await contentOf(core)
      expect(merged.learners).not.toEqual(before.learners)
      const { signature } = await core.api.merges.unmergePreview({ mergeId })
      await core.api.merges.unmerge({ mergeId, signature })
      expect(await contentOf(core)).toEqual(before)
    }),
    { numRuns: 15 },
  )
})
