import ExcelJS from 'exceljs'
import { dayNumber } from '../../shared/values/dates.ts'
import type { Language } from '../../shared/values/vocabulary.ts'

/** One column of a list. Dates are given as ISO days and become real dates. */
export interface ListColumn {
  readonly heading: string
  readonly kind: 'text' | 'number' | 'date'
  /** In characters of the normal font; about as wide as its usual content. */
  readonly width: number
}

/** Everything a list workbook holds: plain data that passes between threads. */
export interface ListContent {
  readonly language: Language
  /** Also the name of the sheet. */
  readonly title: string
  readonly author: string
  /** The moment of the export, ISO 8601. */
  readonly createdAt: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly aboutTitle: string
  /** What the list is and how it came about, line by line. */
  readonly about: readonly { readonly label: string; readonly value: string }[]
}

/** Number formats: text stays text when somebody edits it; 14 is the date as the reader's system writes it. */
const formats = { text: '@', number: '0', date: 'mm-dd-yy' } as const
const letterPaper = 1

/** Excel allows 31 characters and none of []:*?/\ in the name of a sheet. */
const sheetName = (title: string) => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const printing: Partial<ExcelJS.PageSetup> = {
  // exceljs names no Letter; 1 is its number in the format.
  paperSize: letterPaper as unknown as ExcelJS.PaperSize,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
}

const millisecondsADay = 86_400_000

function cellValue(value: string | number | null | undefined, kind: ListColumn['kind']) {
  if (value === null || value === undefined || value === '') return null
  return kind === 'date' ? new Date(dayNumber(String(value)) * millisecondsADay) : value
}

function addListSheet(workbook: ExcelJS.Workbook, { title, columns, rows }: ListContent): void {
  const sheet = workbook.addWorksheet(sheetName(title), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...printing, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  })
  sheet.columns = columns.map(({ kind, width }) => ({ width, style: { numFmt: formats[kind] } }))
  // A table without a row under its headings is one that Excel wants to repair.
  const shown = rows.length > 0 ? rows : [columns.map(() => null)]
  sheet.addTable({
    name: 'List',
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: columns.map(({ heading }) => ({ name: heading, filterButton: true })),
    rows: shown.map((row) => columns.map(({ kind }, index) => cellValue(row[index], kind))),
  })
  const last = sheet.getRow(1).getCell(columns.length).address.replace(/\d+$/, '')
  sheet.pageSetup.printArea = `A1:${last}${shown.length + 1}`
}

function addAboutSheet(workbook: ExcelJS.Workbook, { aboutTitle, about }: ListContent): void {
  const sheet = workbook.addWorksheet(sheetName(aboutTitle), {
    pageSetup: { ...printing, orientation: 'portrait' },
  })
  sheet.columns = [
    { width: 24, style: { numFmt: formats.text, font: { bold: true }, alignment: { vertical: 'top' } } },
    { width: 76, style: { numFmt: formats.text, alignment: { wrapText: true, vertical: 'top' } } },
  ]
  for (const { label, value } of about) sheet.addRow([label, value])
}

/**
 * Writes a list as a workbook: a real Excel table with filters, its headings frozen and repeated on paper,
 * and a sheet that says what it is. Text that begins with `= + - @` is stored as text and stays text.
 * Headings must differ from each other.
 */
export async function writeListWorkbook(content: ListContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.title = content.title
  workbook.creator = content.author
  workbook.lastModifiedBy = content.author
  workbook.created = new Date(content.createdAt)
  workbook.modified = new Date(content.createdAt)
  Object.assign(workbook, { language: content.language })
  addListSheet(workbook, content)
  addAboutSheet(workbook, content)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
