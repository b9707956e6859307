import { readFileSync } from 'node:fs'
import { Core, type CoreSettings } from '../db/core.ts'
import { officeScryptCost } from '../db/opening/keys.ts'

/** The version in `package.json`. */
export function appVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

/** A core in this process, for the hosts that run in a terminal; what nobody planned for is noted there. */
export const consoleCore = (settings: Pick<CoreSettings, 'programFile' | 'host' | 'isDemo'>) =>
  new Core({
    ...settings,
    appVersion: appVersion(),
    clock: () => new Date(),
    scryptCost: officeScryptCost,
    machineVault: null,
    offThreadEntry: new URL('../db/files/offThread.ts', import.meta.url),
    automaticBackups: !settings.isDemo,
    log: (line) => void process.stderr.write(`${line}\n`),
  })
