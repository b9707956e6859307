import { FileProblem } from '../../../db/files/fileProblem.ts'
import type { FileLimits } from '../../../db/files/fileLimits.ts'
import { readTable } from '../../../db/files/readTable.ts'
import type { TableRow } from '../../../db/files/tableFile.ts'

/** The problem a file is refused with; fails when it is read. */
export async function refusalOf(bytes: Uint8Array, limits?: FileLimits): Promise<FileProblem> {
  try {
    await readTable(bytes, limits)
  } catch (error) {
    if (error instanceof FileProblem) return error
    throw error
  }
  throw new Error('The file was read')
}

/** The rows of a file's first sheet. */
export async function firstRows(bytes: Uint8Array): Promise<readonly TableRow[]> {
  return (await readTable(bytes)).sheets[0]!.rows
}

/** Milliseconds that the work takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
