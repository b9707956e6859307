/** The entry of a worker thread: does the one job it was started for, reports, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { FileProblem, type FileProblemCode, type FileProblemValues } from './fileProblem.ts'
import { jobs, type JobOrder } from './jobs.ts'
import type { JobProgress } from './tableFile.ts'

/** What a worker says; any other error ends the thread and arrives as its error event. */
export type WorkerMessage =
  | { readonly progress: JobProgress }
  | { readonly output: unknown }
  | { readonly problem: { readonly code: FileProblemCode; readonly values: FileProblemValues } }

const say = (message: WorkerMessage) => parentPort?.postMessage(message)
const { kind, input } = workerData as JobOrder

try {
  // The caller's types pair each kind with its input; across the thread only the kind is left to choose by.
  const job = jobs[kind] as (input: unknown, report: (progress: JobProgress) => void) => Promise<unknown>
  say({ output: await job(input, (progress) => say({ progress })) })
} catch (error) {
  if (!(error instanceof FileProblem)) throw error
  say({ problem: { code: error.code, values: error.values } })
}
