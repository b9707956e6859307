import { createHash } from 'node:crypto'
import type { OpenedFile } from '../../shared/contract/imports.ts'
import type { LongWork } from '../calls/call.ts'
import type { Core } from '../core.ts'
import { Failure, refused } from '../failure.ts'
import { FileProblem } from '../files/fileProblem.ts'
import { runJob } from '../files/fileWorker.ts'
import type { TableFile } from '../files/tableFile.ts'
import { openedFileOf } from './describeColumns.ts'

/** How often progress is passed on while another thread reads, in milliseconds. */
const reportEvery = 100

function asRefusal(error: unknown): unknown {
  if (!(error instanceof FileProblem)) return error
  const { bytes, maxBytes, ...values } = error.values
  const megabytes = typeof maxBytes === 'number' ? { megabytes: Math.round(maxBytes / 1024 / 1024) } : {}
  return refused(`imports.file.${error.code}`, { found: 'other', ...values, ...megabytes })
}

/** Reads the bytes in a thread of its own, and says how far it is. */
async function readOffThread(
  core: Core,
  bytes: Uint8Array,
  { progress, signal }: LongWork,
): Promise<TableFile> {
  let rows = 0
  let over = false
  const reading = runJob(
    'readTable',
    { bytes },
    {
      workerEntry: core.settings.offThreadEntry,
      signal,
      onProgress: (done) => (rows = done.rows),
    },
  ).finally(() => (over = true))
  // Its outcome is awaited below; a refusal while progress is passed on must not go unheard.
  reading.catch(() => {})
  while (!over) {
    await progress('readingFile', rows, null)
    await Promise.race([reading.catch(() => {}), new Promise((later) => setTimeout(later, reportEvery))])
  }
  return reading
}

/**
 * Reads a file that was put and keeps it for the calls that follow. The bytes are let go.
 * @throws a refusal `imports.file.…` for everything that is no table
 */
export async function openTable(core: Core, fileId: string, work: LongWork): Promise<OpenedFile> {
  const file = core.heldFiles.get(fileId)
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const table = await readOffThread(core, bytes, work)
    const fingerprint = createHash('sha256').update(bytes).digest('hex')
    const opened = { fileName: file.name, fingerprint, table }
    return openedFileOf(core.heldImports.holdOpened(opened), opened)
  } catch (error) {
    if (work.signal.aborted) throw new Failure('cancelled', 'cancelled')
    throw asRefusal(error)
  } finally {
    core.heldFiles.release(fileId)
  }
}
