import ExcelJS from 'exceljs'
import { addTable, addTableSheet } from './addTable.ts'
import { formats, pageEdges, printing, sheetName } from './sheetStyles.ts'
import {
  columnLetters,
  rowsAboveSummaryTable,
  type FactsSheet,
  type LabelledText,
  type SummarySheet,
  type WorkbookContent,
} from './workbookContent.ts'

const titleFont = { bold: true, size: 16 }
const noteFont = { italic: true, color: { argb: 'FF555D6B' } }

function addFacts(sheet: ExcelJS.Worksheet, facts: readonly LabelledText[], from: number): void {
  facts.forEach(({ label, value }, index) => {
    const row = sheet.getRow(from + index)
    row.getCell(1).value = label
    row.getCell(1).font = { bold: true }
    row.getCell(2).value = value
    row.getCell(2).style = { numFmt: formats.text, alignment: { horizontal: 'left', vertical: 'top' } }
  })
}

/** Long texts run on over the empty cells beside them: no cells are merged. */
function addSummarySheet(workbook: ExcelJS.Workbook, content: SummarySheet, pageHeader: string): void {
  const { name, title, facts, sentences, table, notes } = content
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'normal', showGridLines: false }],
    pageSetup: { ...printing, orientation: 'portrait' },
    headerFooter: pageEdges(pageHeader),
  })
  sheet.columns = table.columns.map(({ width }) => ({ width }))
  const write = (row: number, text: string, font: Partial<ExcelJS.Font> = {}) => {
    const cell = sheet.getRow(row).getCell(1)
    cell.value = text
    cell.style = { numFmt: formats.text, font }
  }
  write(1, title, titleFont)
  addFacts(sheet, facts, 3)
  sentences.forEach((sentence, index) => write(3 + facts.length + 1 + index, sentence))
  const headingRow = rowsAboveSummaryTable(content) + 1
  const last = addTable(sheet, table, headingRow)
  notes.forEach((note, index) => write(last + 2 + index, note, noteFont))
  const end = last + (notes.length > 0 ? notes.length + 1 : 0)
  sheet.pageSetup.printTitlesRow = `${headingRow}:${headingRow}`
  sheet.pageSetup.printArea = `A1:${columnLetters(table.columns.length - 1)}${end}`
}

function addFactsSheet(workbook: ExcelJS.Workbook, { name, facts }: FactsSheet, pageHeader: string): void {
  const sheet = workbook.addWorksheet(sheetName(name), {
    pageSetup: { ...printing, orientation: 'portrait' },
    headerFooter: pageEdges(pageHeader),
  })
  sheet.columns = [
    { width: 24, style: { numFmt: formats.text, font: { bold: true }, alignment: { vertical: 'top' } } },
    { width: 76, style: { numFmt: formats.text, alignment: { wrapText: true, vertical: 'top' } } },
  ]
  for (const { label, value } of facts) sheet.addRow([label, value])
  sheet.pageSetup.printArea = `A1:B${facts.length}`
}

/**
 * Writes a workbook: real Excel tables with filters, headings frozen and repeated on paper, document
 * properties and language set. Text that begins with `= + - @` is stored as text and stays text.
 */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.title = content.title
  workbook.subject = content.pageHeader
  workbook.company = content.program
  workbook.creator = content.author
  workbook.lastModifiedBy = content.author
  workbook.created = new Date(content.createdAt)
  workbook.modified = new Date(content.createdAt)
  Object.assign(workbook, { language: content.language })
  for (const sheet of content.sheets) {
    if (sheet.kind === 'table') addTableSheet(workbook, sheet, content.pageHeader)
    else if (sheet.kind === 'facts') addFactsSheet(workbook, sheet, content.pageHeader)
    else addSummarySheet(workbook, sheet, content.pageHeader)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
