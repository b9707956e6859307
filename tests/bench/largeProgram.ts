import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { fillWithSampleData } from '../../db/sampleData/fillWithSampleData.ts'
import type { SampleSize } from '../../db/sampleData/inventLearners.ts'
import { router } from '../../db/router.ts'
import type { Api } from '../helpers/typedCalls.ts'
import { signedInCore } from '../helpers/testCore.ts'

/** The size that the figures are promised for; with this many sittings over 120,000 assessments. */
export const largeSize: SampleSize = {
  ...{ learners: 20_000, sittings: 5, cohorts: 60, classes: 5, meetings: 10 },
  terms: 'running',
}

/** What the figures use of a bare connection. */
export interface BareDatabase {
  prepare(sql: string): { all(...values: unknown[]): unknown[]; get(...values: unknown[]): unknown }
}

/** An encrypted program of that size, signed in, and a bare connection to the same file. */
export async function largeProgram() {
  const { core, folder, dispose } = await signedInCore()
  const { file, account, key } = core.requireOpen()
  await file.writer
    .transaction()
    .execute((db) => fillWithSampleData(db, { account, now: core.now(), today: core.today() }, largeSize))
  const bare = new Database(core.settings.programFile, { readonly: true })
  bare.pragma(`key = 'raw:${key.toString('hex')}'`)
  bare.pragma('cache_size = -65536')
  return {
    core,
    api: createRouterClient(router, { context: { core } }) as Api,
    /** Runs one statement on the same file without anything of the app in between. */
    bare: bare as BareDatabase,
    folder,
    async dispose() {
      bare.close()
      await dispose()
    },
  }
}

export type LargeProgram = Awaited<ReturnType<typeof largeProgram>>
