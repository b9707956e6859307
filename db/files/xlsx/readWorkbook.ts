import type { FileLimits } from '../fileLimits.ts'
import { TableCollector } from '../tableCollector.ts'
import type { JobProgress, TableFile } from '../tableFile.ts'
import { sheetEvents } from './readSheet.ts'
import { readXml } from './readXml.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { readNumberLooks } from './styles.ts'
import { findWorkbookParts } from './workbookParts.ts'
import { ZipParts } from './zipParts.ts'

/**
 * Reads the worksheets of an Excel workbook (.xlsx, .xlsm) into plain tables, one part at a time, never the
 * whole workbook in memory. Pictures, macros and links are not touched.
 * @throws FileProblem
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: FileLimits,
  onProgress?: (progress: JobProgress) => void,
): Promise<TableFile> {
  const zip = await ZipParts.open(bytes, limits)
  const parts = await findWorkbookParts(zip, limits)
  const looks = await readNumberLooks(zip, parts.styles)
  const strings = await readSharedStrings(zip, parts.sharedStrings, limits)
  const collector = new TableCollector(limits, onProgress)
  const workbook = { strings, looks, date1904: parts.date1904, limits }

  const total = zip.declaredBytes(parts.sheets.map((sheet) => sheet.part))
  let unpacked = 0
  async function* counted(part: string) {
    for await (const chunk of zip.read(part)) {
      unpacked += chunk.byteLength
      yield chunk
    }
  }
  const share = () => Math.min(1, unpacked / Math.max(1, total))
  for (const sheet of parts.sheets) {
    await readXml(counted(sheet.part), sheetEvents(workbook, collector, share))
    collector.endSheet(sheet.name, sheet.hidden)
  }
  return { kind: 'xlsx', sheets: collector.sheets, encoding: null, delimiter: null, date1904: parts.date1904 }
}
