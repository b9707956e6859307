import { buildChild } from './buildChild.ts'
import { crashesInLanes, inLines } from './lanes.ts'

/** `npm run crash -- KILLS SEED`: kills the core at that many moments and prints where they fell. */
const kills = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
console.log(`${kills} kills from seed ${seed}`)
const start = performance.now()
const figures = await crashesInLanes(await buildChild(), { kills, seed, lanes: 2 })
console.log(inLines(figures))
console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`)
