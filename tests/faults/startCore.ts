import { createRouterClient } from '@orpc/server'
import { Core } from '../../db/core.ts'
import { typedFailure } from '../../db/calls/typedFailure.ts'
import { router } from '../../db/router.ts'
import type { Api } from '../helpers/typedCalls.ts'
import { testScryptCost } from '../helpers/testCore.ts'

/** A core of its own process on a program file, for what can only be done to a whole process. */
export function startCore(programFile: string) {
  const core = new Core({
    programFile,
    host: 'commandLine',
    appVersion: '0.0.0-test',
    isDemo: false,
    clock: () => new Date('2026-08-01T12:00:00'),
    scryptCost: testScryptCost,
    machineVault: null,
    offThreadEntry: new URL('../../db/files/offThread.ts', import.meta.url),
    automaticBackups: false,
    log: (line) => void process.stderr.write(`${line}\n`),
  })
  const api: Api = createRouterClient(router, { context: { core } })
  return { core, api }
}

/** The code of the failure that a call ends with; null when it succeeds. */
export const codeOf = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error: unknown) => typedFailure(error).data.code,
  )
