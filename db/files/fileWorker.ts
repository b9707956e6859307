import { Worker } from 'node:worker_threads'
import { FileProblem } from './fileProblem.ts'
import type { JobInput, JobKind, JobOrder, JobOutput } from './jobs.ts'
import type { WorkerMessage } from './offThread.ts'
import type { JobProgress } from './tableFile.ts'

export interface JobOptions {
  /** Where `offThread` lies: its source beside this file, or the bundle's own path. */
  readonly workerEntry: URL | string
  readonly onProgress?: ((progress: JobProgress) => void) | undefined
  /** Ends the worker at once; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** The heap that the worker may fill, in mebibytes. */
  readonly maxHeapMebibytes?: number | undefined
}

const usualHeapMebibytes = 1_024

/**
 * Runs one job in a thread of its own with a capped heap, so that the core keeps answering and a file that
 * eats memory ends its own thread only.
 * @throws FileProblem from the job, or `tooLargeForMemory`; the signal's reason; any other error of the job
 */
export function runJob<Kind extends JobKind>(
  kind: Kind,
  input: JobInput<Kind>,
  { workerEntry, onProgress, signal, maxHeapMebibytes = usualHeapMebibytes }: JobOptions,
): Promise<JobOutput<Kind>> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  const { promise, resolve, reject } = Promise.withResolvers<JobOutput<Kind>>()
  const order: JobOrder = { kind, input }
  const worker = new Worker(workerEntry, {
    workerData: order,
    // A job needs nothing of the environment, where a passphrase may stand.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMebibytes },
  })
  const cancel = () => reject(signal?.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) onProgress?.(message.progress)
    else if ('output' in message) resolve(message.output as JobOutput<Kind>)
    else reject(new FileProblem(message.problem.code, message.problem.values))
  })
  worker.on('error', (error) => reject(isOutOfMemory(error) ? new FileProblem('tooLargeForMemory') : error))
  worker.on('messageerror', reject)
  worker.on('exit', (code) => reject(new Error(`The ${kind} thread ended with code ${code} and no answer`)))
  return promise.finally(async () => {
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
