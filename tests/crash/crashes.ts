import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { chanceFrom } from '../../db/sampleData/random.ts'
import { temporaryFolder, testCore } from '../helpers/testCore.ts'
import { after, type ExpectedProgram, type Operation } from './expected.ts'
import { foundProgram } from './foundProgram.ts'
import type { Ending } from './life.ts'
import { live } from './live.ts'

/** What became of what was under way at the kills, by kind. */
export type Figures = Map<Operation['kind'] | 'between', { kills: number; keptWhole: number }>

/** Lives that one program goes through before the next one is set up. */
const livesOfAProgram = 25

function endingOf(chance: ReturnType<typeof chanceFrom>): Ending {
  return chance.happens(0.5) ? { afterMs: chance.between(0, 600) } : { beforeFileStep: chance.between(1, 60) }
}

async function lookInto(programFile: string, candidates: readonly (ExpectedProgram | null)[]) {
  const { core, dispose } = testCore({ programFile, clock: () => new Date() })
  try {
    return await foundProgram(core, candidates)
  } finally {
    await dispose()
  }
}

/** What was called done is there, and what was interrupted is there as a whole or not at all. */
async function oneKill(
  entry: string,
  programFile: string,
  seed: number,
  found: ExpectedProgram | null,
  figures: Figures,
) {
  const life = { programFile, seed, ending: endingOf(chanceFrom(seed)), found }
  const { sure, interrupted } = await live(entry, life)
  const candidates = interrupted ? [sure, after(sure, interrupted)] : [sure]
  const now = await lookInto(programFile, candidates)
  const which = candidates.findIndex((candidate) => isDeepStrictEqual(candidate, now))
  if (which < 0) {
    throw new Error(
      `after ${interrupted?.kind ?? 'nothing'} under way: expected ${JSON.stringify(candidates)}, found ${JSON.stringify(now)}`,
    )
  }
  const kind = interrupted?.kind ?? 'between'
  const figure = figures.get(kind) ?? { kills: 0, keptWhole: 0 }
  figures.set(kind, { kills: figure.kills + 1, keptWhole: figure.keptWhole + which })
  return now
}

/** Kills a core at `kills` chosen moments and looks after each what is left. Throws at the first loss. */
export async function crashes(
  entry: string,
  kills: number,
  firstSeed: number,
  figures: Figures = new Map(),
): Promise<Figures> {
  let folder = temporaryFolder()
  let program: ExpectedProgram | null = null
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill > 0 && kill % livesOfAProgram === 0) {
        folder.dispose()
        folder = temporaryFolder()
        program = null
      }
      const seed = firstSeed + kill
      try {
        program = await oneKill(entry, join(folder.path, 'program.stones'), seed, program, figures)
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      }
    }
  } finally {
    folder.dispose()
  }
  return figures
}
