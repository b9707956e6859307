import ExcelJS from 'exceljs'
import type { ReportExport } from '../../shared/contract/reports.ts'
import type { signedInCore } from './testCore.ts'

type TestCore = Awaited<ReturnType<typeof signedInCore>>
export type ReportMethod = 'exportCompletion' | 'exportCertification'
type Asked = { filters?: Partial<ReportExport['filters']>; language?: 'en' | 'es'; note?: string }

/** The bytes and the name of an exported report. */
export async function exportedReport({ api }: TestCore, method: ReportMethod, asked: Asked = {}) {
  const { filters = {}, language = 'en', note = null } = asked
  for await (const event of await api.reports[method]({
    filters,
    language,
    disclosure: { audience: 'inside', note },
  })) {
    if (event.type === 'progress') continue
    const file = await api.files.take({ fileId: event.result.fileId })
    return { name: event.result.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  throw new Error('the export ended without a file')
}

export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook
}

export type ShownValue = string | number | null

/** What a cell shows: the result of a formula, the value of any other. */
export function shownValue(cell: ExcelJS.Cell): ShownValue {
  // The value of a formula leaves out a result of 0.
  const shown = cell.formula ? cell.result : cell.value
  if (shown === undefined || shown === null || shown === '') return null
  return typeof shown === 'number' || typeof shown === 'string' ? shown : String(shown)
}

/** The rows of a table sheet as records by heading. */
export function recordsOf(sheet: ExcelJS.Worksheet): Record<string, ShownValue>[] {
  const headings = (sheet.getRow(1).values as string[]).slice(1)
  return Array.from({ length: sheet.rowCount - 1 }, (_, index) => {
    const row = sheet.getRow(index + 2)
    return Object.fromEntries(headings.map((heading, at) => [heading, shownValue(row.getCell(at + 1))]))
  })
}
