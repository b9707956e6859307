import type ExcelJS from 'exceljs'
import { dayNumber } from '../../shared/values/dates.ts'
import type { CellContent, WorkbookColumn } from './workbookContent.ts'

/** Number formats: text stays text when somebody edits it; 14 is the date as the reader's system writes it. */
export const formats = {
  text: '@',
  number: '0',
  date: 'mm-dd-yy',
  rate: '0.0%',
  points: '+0.0;-0.0;0.0',
} as const satisfies Record<WorkbookColumn['kind'], string>

const letterPaper = 1

/** Letter paper, as wide as one page. exceljs names no Letter: 1 is its number in the format. */
export const printing: Partial<ExcelJS.PageSetup> = {
  paperSize: letterPaper as unknown as ExcelJS.PaperSize,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
}

/** What stands at the head and foot of each page. An ampersand would begin a code. */
export const pageEdges = (header: string): Partial<ExcelJS.HeaderFooter> => ({
  oddHeader: `&L${header.replaceAll('&', '&&')}`,
  oddFooter: '&L&A&R&P / &N',
})

/** Excel allows 31 characters and none of []:*?/\ in the name of a sheet. */
export const sheetName = (title: string): string => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const millisecondsADay = 86_400_000

/** A content as exceljs stores it. Empty text is an empty cell. */
export function cellValue(content: CellContent | undefined, kind: WorkbookColumn['kind']): ExcelJS.CellValue {
  if (content === null || content === undefined || content === '') return null
  if (typeof content === 'object') return { ...content, date1904: false } as ExcelJS.CellFormulaValue
  return kind === 'date' ? new Date(dayNumber(String(content)) * millisecondsADay) : content
}

/** The style of a column's cells. Numbers stand at the right edge, words said instead of a number too. */
export const columnStyle = ({ kind, wraps }: WorkbookColumn): Partial<ExcelJS.Style> => ({
  numFmt: formats[kind],
  alignment: {
    vertical: wraps ? 'top' : 'middle',
    ...(kind === 'text' ? { wrapText: wraps ?? false } : { horizontal: 'right' }),
  },
})

const headingLineHeight = 15

/** Breaks the headings into lines and gives their row the height for it. */
export function styleHeadings(row: ExcelJS.Row, columns: readonly WorkbookColumn[]): void {
  const lines = columns.map(({ heading, width }) => Math.ceil((heading.length * 1.15 + 3) / width))
  row.height = Math.max(...lines) * headingLineHeight + 3
  columns.forEach(({ kind }, index) => {
    const cell = row.getCell(index + 1)
    cell.numFmt = formats.text
    cell.alignment = {
      vertical: 'middle',
      wrapText: true,
      ...(kind === 'text' ? {} : { horizontal: 'right' }),
    }
  })
}
