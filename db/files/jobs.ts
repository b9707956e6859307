import type * as compareJob from '../backup/compareBackup.ts'
import type * as copyJobs from '../backup/copyJobs.ts'
import type * as rekeyJob from '../keys/rekeyJob.ts'
import type { FileLimits } from './fileLimits.ts'
import type { WorkbookContent } from '../workbooks/workbookContent.ts'
import type { JobProgress } from './tableFile.ts'

type CopyJobs = typeof copyJobs
type CompareJob = typeof compareJob
type RekeyJob = typeof rekeyJob
type Report = (progress: JobProgress) => void

/**
 * The long work that runs beside the core's thread, by kind. An input and an output must be plain data that
 * passes between threads. A new kind is one more line here.
 */
export const jobs = {
  // Each thread loads the code of its own kind alone: they are short-lived, and the writer of workbooks is large.
  readTable: async (input: { readonly bytes: Uint8Array; readonly limits?: FileLimits }, report: Report) =>
    (await import('./readTable.ts')).readTable(input.bytes, input.limits, report),
  writeWorkbook: async (input: WorkbookContent) =>
    (await import('../workbooks/writeWorkbook.ts')).writeWorkbook(input),
  makeBackup: async (input: Parameters<CopyJobs['makeBackup']>[0], report: Report) =>
    (await import('../backup/copyJobs.ts')).makeBackup(input, report),
  copyBackup: async (input: Parameters<CopyJobs['copyBackup']>[0], report: Report) =>
    (await import('../backup/copyJobs.ts')).copyBackup(input, report),
  copyProgram: async (input: Parameters<CopyJobs['copyProgram']>[0], report: Report) =>
    (await import('../backup/copyJobs.ts')).copyProgram(input, report),
  describeProgram: async (input: Parameters<CopyJobs['describeProgram']>[0]) =>
    (await import('../backup/copyJobs.ts')).describeProgram(input),
  rekeyedCopy: async (input: Parameters<RekeyJob['rekeyedCopy']>[0], report: Report) =>
    (await import('../keys/rekeyJob.ts')).rekeyedCopy(input, report),
  compareBackup: async (input: Parameters<CompareJob['compareBackup']>[0]) =>
    (await import('../backup/compareBackup.ts')).compareBackup(input),
}

export type JobKind = keyof typeof jobs
export type JobInput<Kind extends JobKind> = Parameters<(typeof jobs)[Kind]>[0]
export type JobOutput<Kind extends JobKind> = Awaited<ReturnType<(typeof jobs)[Kind]>>

/** What the starting thread hands to a worker. */
export interface JobOrder {
  readonly kind: JobKind
  readonly input: unknown
}
