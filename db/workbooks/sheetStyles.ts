import type ExcelJS from 'exceljs'
import { dayNumber } from '../../shared/values/dates.ts'
import { columnLetters, type CellContent, type WorkbookColumn } from './workbookContent.ts'

/** Number formats: text stays text when somebody edits it; 14 is the date as the reader's system writes it. */
export const formats = {
  text: '@',
  number: '0',
  date: 'mm-dd-yy',
  rate: '0.0%',
  bound: '0.0%',
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

/** Everything from the first cell to these; exceljs puts a `$` before each column, not before the rows. */
export const printArea = (columns: number, rows: number): string =>
  `A$1:${columnLetters(columns - 1)}$${rows}`

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

/** The one typeface of all workbooks; every style names it, or a reader would put in its own. */
export const font = (changes: Partial<ExcelJS.Font> = {}): Partial<ExcelJS.Font> => ({
  name: 'Calibri',
  family: 2,
  size: 11,
  ...changes,
})

/** The style of a column's cells. Numbers stand at the right edge, words said instead of a number too. */
export const columnStyle = ({ kind, wraps }: WorkbookColumn): Partial<ExcelJS.Style> => ({
  numFmt: formats[kind],
  font: font(),
  alignment: {
    vertical: 'top',
    ...(kind === 'text'
      ? { horizontal: 'left', indent: 1, wrapText: wraps ?? false }
      : { horizontal: 'right' }),
  },
})

const lineHeight = 15
/** Letters of the normal font are narrower than the digits that widths are counted in; words break early. */
const linesOf = (text: string, width: number, scale = 1) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * scale) / (width - 2))), 0)

/** Gives a row the height that its longest wrapped text needs; programs differ in whether they do it themselves. */
export function fitRow(
  row: ExcelJS.Row,
  columns: readonly WorkbookColumn[],
  contents: readonly (CellContent | undefined)[],
): void {
  const lines = columns.map(({ wraps, width }, index) => {
    const content = contents[index]
    return wraps && typeof content === 'string' ? linesOf(content, width) : 1
  })
  const most = Math.max(...lines)
  if (most > 1) row.height = most * lineHeight
}

/** Breaks the headings into lines, gives their row the height for it, and sets them off from the rows. */
export function styleHeadings(row: ExcelJS.Row, columns: readonly WorkbookColumn[]): void {
  // A heading shares its cell with the button of the filter.
  const lines = columns.map(({ heading, width }) => linesOf(heading, width - 2, 1.15))
  row.height = Math.max(...lines) * lineHeight + 4
  columns.forEach(({ kind }, index) => {
    row.getCell(index + 1).style = {
      numFmt: formats.text,
      font: font({ bold: true }),
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEFE' } },
      border: { bottom: { style: 'thin', color: { argb: 'FF2257D9' } } },
      alignment: {
        vertical: 'middle',
        wrapText: true,
        ...(kind === 'text' ? { horizontal: 'left', indent: 1 } : { horizontal: 'right' }),
      },
    }
  })
}
