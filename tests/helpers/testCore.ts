import { createRouterClient } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Core, type CoreSettings } from '../../db/core.ts'
import type { ScryptCost } from '../../db/opening/keys.ts'
import { router } from '../../db/router.ts'
import type { Api } from './typedCalls.ts'
import type { Language } from '../../shared/values/vocabulary.ts'

/** Quick to compute; the real cost is stored with each key, so both open the same way. */
export const testScryptCost: ScryptCost = { N: 2 ** 12, r: 8, p: 1 }

export const testPassphrase = 'seven quiet stones'
export const testAccountName = 'Alma Rivera'

/** A data folder of its own, removed by `dispose`. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'stones-test-'))
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) }
}

/** The real core over a real encrypted file in a folder of its own; the clock stands at noon of `today`. */
export function testCore(options: Partial<CoreSettings> & { today?: string } = {}) {
  const folder = temporaryFolder()
  const log: string[] = []
  const { today = '2026-08-01', ...settings } = options
  const core = new Core({
    programFile: join(folder.path, 'program.stones'),
    host: 'commandLine',
    appVersion: '0.0.0-test',
    isDemo: false,
    clock: () => new Date(`${today}T12:00:00`),
    scryptCost: testScryptCost,
    machineVault: null,
    offThreadEntry: new URL('../../db/files/offThread.ts', import.meta.url),
    automaticBackups: false,
    log: (line) => void log.push(line),
    ...settings,
  })
  const api: Api = createRouterClient(router, { context: { core } })
  return {
    core,
    api,
    log,
    folder: folder.path,
    async dispose() {
      await core.close()
      folder.dispose()
    },
  }
}

/** The same, set up and signed in as the first account, which holds every role but *viewer*. */
export async function signedInCore(
  options: Parameters<typeof testCore>[0] & { startWith?: 'empty' | 'sampleData'; language?: Language } = {},
) {
  const { startWith = 'empty', language = 'en', ...rest } = options
  const test = testCore(rest)
  await test.api.program.setUp({
    programName: 'Bridge to Health Careers',
    language,
    accountName: testAccountName,
    passphrase: testPassphrase,
    startWith,
  })
  return test
}
