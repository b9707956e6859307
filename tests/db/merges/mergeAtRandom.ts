import { mergedFacts, type MergeSide } from '../../../shared/rules/merging.ts'
import type { TestCore } from './twoRecords.ts'

/** Merges two records; coins say which side counts for what stands in both, and for each fact. */
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
