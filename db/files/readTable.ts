import { detectKind } from './detectKind.ts'
import { FileProblem } from './fileProblem.ts'
import { usualFileLimits, type FileLimits } from './fileLimits.ts'
import { readDelimited } from './readDelimited.ts'
import type { JobProgress, TableFile } from './tableFile.ts'
import { readWorkbook } from './xlsx/readWorkbook.ts'

/**
 * Reads an untrusted table file (delimited text or .xlsx) into plain tables. What the file is, its own bytes
 * decide; its name is not asked. Cells come raw, spaces and all: columns are converted later.
 * @param bytes the whole file
 * @param limits how much to read before refusing
 * @param onProgress called about once every thousand rows
 * @throws FileProblem for every file that is no table, too large, damaged or made to do harm
 */
export async function readTable(
  bytes: Uint8Array,
  limits: FileLimits = usualFileLimits,
  onProgress?: (progress: JobProgress) => void,
): Promise<TableFile> {
  refuseBySize(bytes.byteLength, limits)
  const file =
    detectKind(bytes) === 'zip'
      ? await readWorkbook(bytes, limits, onProgress)
      : readDelimited(bytes, limits, onProgress)
  if (file.sheets.every((sheet) => sheet.rows.length === 0)) throw new FileProblem('emptyFile')
  return file
}

/**
 * The check that needs no reading, for callers that know a file's size before they have its bytes.
 * @throws FileProblem fileTooLarge, emptyFile
 */
export function refuseBySize(byteLength: number, limits: FileLimits = usualFileLimits): void {
  if (byteLength === 0) throw new FileProblem('emptyFile')
  if (byteLength > limits.maxBytes) {
    throw new FileProblem('fileTooLarge', { bytes: byteLength, maxBytes: limits.maxBytes })
  }
}
