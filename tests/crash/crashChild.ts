/** The process that is killed: the real core, doing one thing after another and saying what is done. */
import { readFileSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { Core } from '../../db/core.ts'
import { chanceFrom } from '../../db/sampleData/random.ts'
import { chooseOperation } from './chooseOperation.ts'
import { after, type Operation } from './expected.ts'
import { killBeforeFileStep } from './killPoint.ts'
import type { Life, Said } from './life.ts'
import { callsTo, perform } from './perform.ts'

// A process that is killed keeps nothing for the next one by itself.
flushCompileCache()
const life = JSON.parse(readFileSync(0, 'utf8')) as Life
const core = new Core({
  programFile: life.programFile,
  host: 'loopback',
  appVersion: '0.0.0-test',
  isDemo: false,
  clock: () => new Date(),
  scryptCost: { N: 2 ** 10, r: 8, p: 1 },
  machineVault: null,
  offThreadEntry: new URL('offThread.js', import.meta.url),
  automaticBackups: true,
  log: (line) => void process.stderr.write(`${line}\n`),
})
const api = callsTo(core)
const chance = chanceFrom(life.seed)
// Taken before steps are counted: what is said is no part of the app.
const write = writeSync
const say = (said: Said) => write(1, `${JSON.stringify(said)}\n`)

let world = life.found
async function live(operation: Operation): Promise<void> {
  say({ begin: operation })
  try {
    const outcome = await perform(api, world, operation)
    say({ done: operation, outcome })
    world = after(world, operation, outcome)
  } catch (error) {
    say({ failed: operation, because: error instanceof Error ? error.message : String(error) })
    process.exit(1)
  }
}

if (world.program) await live({ kind: 'signIn' })
if ('beforeFileStep' in life.ending) killBeforeFileStep(life.ending.beforeFileStep)
for (;;) await live(chooseOperation(world, chance))
