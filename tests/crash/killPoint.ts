import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** What reaches the disk outside SQLite: every name made, moved or removed, every byte sent to the disk. */
const steps = [
  'copyFileSync',
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
  'writeFileSync',
  'writeSync',
] as const

/** Ends this process as a power cut would, just before the given step among those with files (1: the first). */
export function killBeforeFileStep(chosen: number): void {
  let step = 0
  const files = fs as unknown as Record<string, (...values: never[]) => unknown>
  for (const name of steps) {
    const real = files[name]!
    files[name] = (...values) => {
      step += 1
      if (step === chosen) process.kill(process.pid, 'SIGKILL')
      return real(...values)
    }
  }
  syncBuiltinESMExports()
}
