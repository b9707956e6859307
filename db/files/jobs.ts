import type { FileLimits } from './fileLimits.ts'
import type { WorkbookContent } from '../workbooks/workbookContent.ts'
import { readTable } from './readTable.ts'
import type { JobProgress } from './tableFile.ts'

type CopyJobs = typeof import('../backup/copyJobs.ts')
type CompareJob = typeof import('../backup/compareBackup.ts')
type Report = (progress: JobProgress) => void

/**
 * The long work that runs beside the core's thread, by kind. An input and an output must be plain data that
 * passes between threads. A new kind is one more line here.
 */
export const jobs = {
  readTable: (input: { readonly bytes: Uint8Array; readonly limits?: FileLimits }, report: Report) =>
    readTable(input.bytes, input.limits, report),
  // The writer of workbooks is large: a thread that only reads does without it.
  writeWorkbook: async (input: WorkbookContent) =>
    (await import('../workbooks/writeWorkbook.ts')).writeWorkbook(input),
  // The database's own code is not for threads that read foreign files.
  makeBackup: async (input: Parameters<CopyJobs['makeBackup']>[0], report: Report) =>
    (await import('../backup/copyJobs.ts')).makeBackup(input, report),
  copyBackup: async (input: Parameters<CopyJobs['copyBackup']>[0], report: Report) =>
    (await import('../backup/copyJobs.ts')).copyBackup(input, report),
  copyProgram: async (input: Parameters<CopyJobs['copyProgram']>[0], report: Report) =>
    (await import('../backup/copyJobs.ts')).copyProgram(input, report),
  describeProgram: async (input: Parameters<CopyJobs['describeProgram']>[0]) =>
    (await import('../backup/copyJobs.ts')).describeProgram(input),
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
