import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { chanceFrom } from '../../db/sampleData/random.ts'
import { temporaryFolder, testCore } from '../helpers/testCore.ts'
import { after, type Operation, type World } from './expected.ts'
import { foundProgram } from './foundProgram.ts'
import type { Ending } from './life.ts'
import { live } from './live.ts'

/** What became of what was under way at the kills, by kind. */
export type Figures = Map<Operation['kind'] | 'between', { kills: number; keptWhole: number }>

const empty: World = { program: null, backups: {} }

/** Lives that one program goes through before the next one is set up. */
const livesOfAProgram = 25

function endingOf(chance: ReturnType<typeof chanceFrom>): Ending {
  return chance.happens(0.5) ? { afterMs: chance.between(0, 600) } : { beforeFileStep: chance.between(1, 60) }
}

/** What is there now, and that every backup called done is among the backups. */
async function lookInto(programFile: string, candidates: readonly World[]) {
  const { core, api, dispose } = testCore({ programFile, clock: () => new Date() })
  try {
    const found = await foundProgram(
      core,
      candidates.map(({ program }) => program),
    )
    const there = new Set((await api.backups.toOpen({})).map(({ id }) => id))
    const missing = Object.keys(candidates[0]!.backups).filter((id) => !there.has(id))
    if (missing.length > 0) throw new Error(`backups are gone: ${missing.join(', ')}`)
    return found
  } finally {
    await dispose()
  }
}

/** What was called done is there, and what was interrupted is there as a whole or not at all. */
async function oneKill(entry: string, programFile: string, seed: number, found: World, figures: Figures) {
  const life = { programFile, seed, ending: endingOf(chanceFrom(seed)), found }
  const { sure, interrupted } = await live(entry, life)
  const candidates = interrupted ? [sure, after(sure, interrupted)] : [sure]
  const now = await lookInto(programFile, candidates)
  const which = candidates.findIndex((candidate) => isDeepStrictEqual(candidate.program, now))
  if (which < 0) {
    throw new Error(
      `after ${interrupted?.kind ?? 'nothing'} under way: expected ${JSON.stringify(candidates.map(({ program }) => program))}, found ${JSON.stringify(now)}`,
    )
  }
  const kind = interrupted?.kind ?? 'between'
  const figure = figures.get(kind) ?? { kills: 0, keptWhole: 0 }
  figures.set(kind, { kills: figure.kills + 1, keptWhole: figure.keptWhole + which })
  return candidates[which]!
}

/** Kills a core at `kills` chosen moments and looks after each what is left. Throws at the first loss. */
export async function crashes(
  entry: string,
  kills: number,
  firstSeed: number,
  figures: Figures = new Map(),
): Promise<Figures> {
  let folder = temporaryFolder()
  let world = empty
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill > 0 && kill % livesOfAProgram === 0) {
        folder.dispose()
        folder = temporaryFolder()
        world = empty
      }
      const seed = firstSeed + kill
      try {
        world = await oneKill(entry, join(folder.path, 'program.stones'), seed, world, figures)
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      }
    }
  } finally {
    folder.dispose()
  }
  return figures
}
