import type ExcelJS from 'exceljs'
import {
  cellValue,
  columnStyle,
  fitRow,
  font,
  pageEdges,
  printArea,
  printing,
  sheetName,
  styleHeadings,
} from './sheetStyles.ts'
import { columnLetters, type TableContent, type TableSheet } from './workbookContent.ts'

const barColour = { argb: 'FF9DB8F2' }

/** A bar behind each rate, its whole cell standing for 100 %. */
function addDataBars(sheet: ExcelJS.Worksheet, { columns, rows }: TableContent, firstRow: number): void {
  columns.forEach(({ kind }, index) => {
    if (kind !== 'rate') return
    const letters = columnLetters(index)
    sheet.addConditionalFormatting({
      ref: `${letters}${firstRow}:${letters}${firstRow + rows.length - 1}`,
      rules: [
        {
          type: 'dataBar',
          priority: index + 1,
          gradient: false,
          minLength: 0,
          maxLength: 100,
          cfvo: [
            { type: 'num', value: 0 },
            { type: 'num', value: 1 },
          ],
          color: barColour,
        } as unknown as ExcelJS.DataBarRuleType,
      ],
    })
  })
}

function addTotals(sheet: ExcelJS.Worksheet, { columns, totals }: TableContent, at: number): void {
  if (totals === undefined) return
  const row = sheet.getRow(at)
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1)
    cell.value = cellValue(totals[index], column.kind)
    cell.style = { ...columnStyle(column), font: font({ bold: true }), border: { top: { style: 'thin' } } }
  })
}

/** Puts a real Excel table on a sheet, its headings in the given row; answers its last row. */
export function addTable(sheet: ExcelJS.Worksheet, content: TableContent, headingRow: number): number {
  const { tableName, columns, rows } = content
  // A table without a row under its headings is one that Excel wants to repair.
  const shown = rows.length > 0 ? rows : [columns.map(() => null)]
  sheet.addTable({
    name: tableName,
    ref: `A${headingRow}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: columns.map(({ heading }) => ({ name: heading, filterButton: true })),
    rows: shown.map((row) => columns.map(({ kind }, index) => cellValue(row[index], kind))),
  })
  styleHeadings(sheet.getRow(headingRow), columns)
  if (columns.some(({ wraps }) => wraps)) {
    rows.forEach((row, index) => fitRow(sheet.getRow(headingRow + 1 + index), columns, row))
  }
  const last = headingRow + shown.length
  if (rows.length > 0) addDataBars(sheet, content, headingRow + 1)
  addTotals(sheet, content, last + 1)
  return content.totals === undefined ? last : last + 1
}

/** A sheet with one table: headings frozen and repeated on each page, printed on Letter paper. */
export function addTableSheet(workbook: ExcelJS.Workbook, content: TableSheet, pageHeader: string): void {
  const { name, columns } = content
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...printing, printTitlesRow: '1:1' },
    headerFooter: pageEdges(pageHeader),
  })
  sheet.columns = columns.map((column) => ({ width: column.width, style: columnStyle(column) }))
  const last = addTable(sheet, content, 1)
  sheet.pageSetup.printArea = printArea(columns.length, last)
}
