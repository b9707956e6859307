import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { chanceFrom, type Chance } from '../../db/sampleData/random.ts'
import { temporaryFolder, testCore } from '../helpers/testCore.ts'
import { after, type Operation, type World } from './expected.ts'
import { foundProgram } from './foundProgram.ts'
import type { Ending } from './life.ts'
import { live } from './live.ts'
import { makeOldProgram } from './oldProgram.ts'

/** What became of what was under way at the kills, by kind. */
export type Figures = Map<Operation['kind'] | 'between' | 'migration', { kills: number; keptWhole: number }>

/** Lives that one program goes through before the next one is set up. */
const livesOfAProgram = 15

/** A migration is over soon, and happens once. */
function endingOf(chance: Chance, isBehind: boolean): Ending {
  if (isBehind) return { afterMs: chance.between(20, 250) }
  return chance.happens(0.5) ? { afterMs: chance.between(0, 600) } : { beforeFileStep: chance.between(1, 60) }
}

/** What is there now, and that every backup called done is among the backups. */
async function lookInto(programFile: string, candidates: readonly World[]) {
  const { core, api, log, dispose } = testCore({ programFile, clock: () => new Date() })
  try {
    const found = await foundProgram(
      core,
      candidates.map(({ program }) => program),
    )
    const there = new Set((await api.backups.toOpen({})).map(({ id }) => id))
    const missing = Object.keys(candidates[0]!.backups).filter((id) => !there.has(id))
    if (missing.length > 0) throw new Error(`backups are gone: ${missing.join(', ')}`)
    return found
  } catch (error) {
    throw new Error(`the core noted ${log.length === 0 ? 'nothing' : log.join('; ')}`, { cause: error })
  } finally {
    await dispose()
  }
}

/** What was called done is there, and what was interrupted is there as a whole or not at all. */
async function oneKill(entry: string, programFile: string, seed: number, found: World, figures: Figures) {
  const life = { programFile, seed, ending: endingOf(chanceFrom(seed), found.isBehind === true), found }
  const { sure, interrupted } = await live(entry, life)
  const candidates = interrupted ? [sure, after(sure, interrupted)] : [sure]
  const now = await lookInto(programFile, candidates)
  const which = candidates.findIndex((candidate) => isDeepStrictEqual(candidate.program, now))
  if (which < 0) {
    throw new Error(
      `after ${interrupted?.kind ?? 'nothing'} under way: expected ${JSON.stringify(candidates.map(({ program }) => program))}, found ${JSON.stringify(now)}`,
    )
  }
  const isMigration = interrupted?.kind === 'signIn' && sure.isBehind
  const kind = isMigration ? 'migration' : (interrupted?.kind ?? 'between')
  const figure = figures.get(kind) ?? { kills: 0, keptWhole: 0 }
  figures.set(kind, { kills: figure.kills + 1, keptWhole: figure.keptWhole + which })
  return candidates[which]!
}

/** Every other program begins as one of the first version, so that kills fall into its migration. */
const beginning = async (programFile: string, isOld: boolean): Promise<World> =>
  isOld ? makeOldProgram(programFile) : { program: null, backups: {} }

/** Kills a core at `kills` chosen moments and looks after each what is left. Throws at the first loss. */
export async function crashes(
  entry: string,
  kills: number,
  firstSeed: number,
  figures: Figures = new Map(),
): Promise<Figures> {
  for (let kill = 0; kill < kills;) {
    const folder = temporaryFolder()
    const programFile = join(folder.path, 'program.stones')
    try {
      let world = await beginning(programFile, (kill / livesOfAProgram) % 2 === 1)
      for (let life = 0; life < livesOfAProgram && kill < kills; life += 1, kill += 1) {
        world = await oneKill(entry, programFile, firstSeed + kill, world, figures)
      }
    } catch (error) {
      throw new Error(`at kill ${kill} from seed ${firstSeed}`, { cause: error })
    } finally {
      folder.dispose()
    }
  }
  return figures
}
