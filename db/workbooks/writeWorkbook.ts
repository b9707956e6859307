import ExcelJS from 'exceljs'
import { addAttendanceSheet } from './addAttendanceSheet.ts'
import { addTable, addTableSheet } from './addTable.ts'
import {
  cellValue,
  columnStyle,
  fitRow,
  font,
  formats,
  pageEdges,
  printArea,
  printing,
  sheetName,
} from './sheetStyles.ts'
import {
  rowsAboveSummaryTable,
  type CellsSheet,
  type FactsSheet,
  type LabelledText,
  type SummarySheet,
  type WorkbookContent,
} from './workbookContent.ts'

const titleFont = font({ bold: true, size: 16 })
const noteFont = font({ italic: true, color: { argb: 'FF555D6B' } })

function addFacts(sheet: ExcelJS.Worksheet, facts: readonly LabelledText[], from: number): void {
  facts.forEach(({ label, value }, index) => {
    const row = sheet.getRow(from + index)
    row.getCell(1).value = label
    row.getCell(1).font = font({ bold: true })
    row.getCell(2).value = value
    row.getCell(2).style = {
      numFmt: formats.text,
      font: font(),
      alignment: { horizontal: 'left', vertical: 'top' },
    }
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
  const write = (row: number, text: string, used = font()) => {
    const cell = sheet.getRow(row).getCell(1)
    cell.value = text
    cell.style = { numFmt: formats.text, font: used }
  }
  write(1, title, titleFont)
  addFacts(sheet, facts, 3)
  sentences.forEach((sentence, index) => write(3 + facts.length + 1 + index, sentence))
  const headingRow = rowsAboveSummaryTable(content) + 1
  const last = addTable(sheet, table, headingRow)
  for (let row = headingRow + 1; row <= last; row++) {
    table.columns.forEach((column, index) => {
      sheet.getRow(row).getCell(index + 1).style = columnStyle(column)
    })
  }
  notes.forEach((note, index) => write(last + 2 + index, note, noteFont))
  const end = last + (notes.length > 0 ? notes.length + 1 : 0)
  sheet.pageSetup.printTitlesRow = `${headingRow}:${headingRow}`
  sheet.pageSetup.printArea = printArea(table.columns.length, end)
}

function addFactsSheet(workbook: ExcelJS.Workbook, { name, facts }: FactsSheet, pageHeader: string): void {
  const sheet = workbook.addWorksheet(sheetName(name), {
    pageSetup: { ...printing, orientation: 'portrait' },
    headerFooter: pageEdges(pageHeader),
  })
  const columns = [
    { heading: '', kind: 'text', width: 26 },
    { heading: '', kind: 'text', width: 76, wraps: true },
  ] as const
  const [labels, values] = columns.map((column) => columnStyle(column))
  sheet.columns = [
    { width: columns[0].width, style: { ...labels!, font: font({ bold: true }) } },
    { width: columns[1].width, style: values! },
  ]
  for (const { label, value } of facts) fitRow(sheet.addRow([label, value]), columns, [label, value])
  sheet.pageSetup.printArea = printArea(2, facts.length)
}

const cellsColumnWidth = 16

function addCellsSheet(workbook: ExcelJS.Workbook, { name, rows }: CellsSheet): void {
  const sheet = workbook.addWorksheet(sheetName(name))
  const columnCount = Math.max(0, ...rows.map((row) => row.length))
  const style = { numFmt: formats.text, font: font() }
  sheet.columns = Array.from({ length: columnCount }, () => ({ width: cellsColumnWidth, style }))
  for (const row of rows) sheet.addRow(row.map((text) => cellValue(text, 'text')))
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
    else if (sheet.kind === 'cells') addCellsSheet(workbook, sheet)
    else if (sheet.kind === 'attendance') addAttendanceSheet(workbook, sheet, content)
    else addSummarySheet(workbook, sheet, content.pageHeader)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
