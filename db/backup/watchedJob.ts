import { statSync } from 'node:fs'
import type { ReportProgress } from '../calls/call.ts'
import type { Core } from '../core.ts'
import { Failure } from '../failure.ts'
import { runJob } from '../files/fileWorker.ts'
import type { JobInput, JobKind, JobOutput } from '../files/jobs.ts'

/** Who hears how far the work is, and who may stop it; nobody, when it runs in the background. */
export interface Watch {
  progress?: ReportProgress | undefined
  signal?: AbortSignal | undefined
}

interface Copying {
  stage: 'copyingProgram' | 'copyingToSecondFolder' | 'placingBackup'
  /** The file that grows, and how large the one is that it is copied from. */
  growing: string
  original: string
}

/** How often a growing file is looked at, in milliseconds. */
const lookEvery = 100

const megabytesOf = (path: string) =>
  Math.ceil((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1024 / 1024)

/** Runs one job on whole program files in a thread of its own, and says how far the copying is. */
export async function watchedJob<Kind extends JobKind>(
  core: Core,
  kind: Kind,
  input: JobInput<Kind>,
  { progress, signal }: Watch,
  copying?: Copying,
): Promise<JobOutput<Kind>> {
  let isChecking = copying === undefined
  let isOver = false
  const working = runJob(kind, input, {
    workerEntry: core.settings.offThreadEntry,
    signal,
    onProgress: () => (isChecking = true),
  }).finally(() => (isOver = true))
  // Its outcome is awaited below; a refusal while progress is passed on must not go unheard.
  working.catch(() => {})
  try {
    while (progress && !isOver) {
      if (copying && !isChecking) {
        const total = megabytesOf(copying.original)
        await progress(copying.stage, Math.min(megabytesOf(copying.growing), total), total)
      } else await progress('checkingBackup', 0, null)
      await Promise.race([working.catch(() => {}), new Promise((later) => setTimeout(later, lookEvery))])
    }
    return await working
  } catch (error) {
    await working.catch(() => {})
    throw signal?.aborted ? new Failure('cancelled', 'cancelled') : error
  }
}
