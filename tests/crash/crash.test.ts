import { expect, test } from 'vitest'
import { buildChild } from './buildChild.ts'
import { crashesInLanes, inLines } from './lanes.ts'

const kills = 150

test('a core killed at any moment loses nothing it called done, and leaves nothing half done', async () => {
  const seed = Date.now() % 1_000_000
  console.log(`kills from seed ${seed}`)
  const figures = await crashesInLanes(await buildChild(), { kills, seed, lanes: 2 })
  console.log(inLines(figures))
  const survived = [...figures.values()].reduce((sum, { kills }) => sum + kills, 0)
  expect(survived).toBeGreaterThanOrEqual(kills)
}, 300_000)
