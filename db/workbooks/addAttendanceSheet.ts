import type ExcelJS from 'exceljs'
import { cellValue, font, pageEdges, printArea, printing, sheetName } from './sheetStyles.ts'
import { columnLetters, type AttendanceSheet, type WorkbookContent } from './workbookContent.ts'

const headingFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEFE' } } as const
const line = { style: 'thin', color: { argb: 'FFB8BFCC' } } as const
const box = { top: line, bottom: line, left: line, right: line }
const quiet = { color: { argb: 'FF555D6B' } }

/** Name and student number stand before the meetings. */
const columnsBefore = 2
const nameWidth = 30
const numberWidth = 13
const dayWidth = 6.5
/** Days are written upwards, so that a month of meetings fits on a page. */
const upwards = 90
const headingHeight = 96
/** Room for a pen: sheets are printed too. */
const rowHeight = 18
/** Language and order of a day, whatever system opens the file: the weekday is in the reader's language. */
const dayFormats = { en: '[$-409]ddd m/d/yyyy', es: '[$-80A]ddd d/m/yyyy' }

/** exceljs keeps validations of whole ranges without saying so in its types. */
type WithValidations = ExcelJS.Worksheet & {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void }
}

function addRules(sheet: ExcelJS.Worksheet, content: AttendanceSheet, headingRow: number): void {
  const { columns, rows, letters, longestMeeting, texts } = content
  const { dataValidations } = sheet as WithValidations
  const [first, last] = [columnLetters(columnsBefore), columnLetters(columnsBefore + columns.length - 1)]
  const lengths = headingRow + 1
  const refuse = (error: string) => ({ allowBlank: true, showErrorMessage: true, error })
  dataValidations.add(`${first}${headingRow}:${last}${headingRow}`, {
    ...refuse(texts.wrongDay),
    type: 'date',
    operator: 'greaterThan',
    formulae: [new Date('2000-01-01')],
  })
  dataValidations.add(`${first}${lengths}:${last}${lengths}`, {
    ...refuse(texts.wrongMinutes),
    type: 'whole',
    operator: 'between',
    formulae: [1, longestMeeting],
  })
  if (rows.length === 0) return
  const cell = `${first}${lengths + 1}`
  const alone = letters.alone.map((letter) => `${cell}="${letter}"`).join(',')
  const late = `AND(LEFT(${cell},1)="${letters.withMinutes}",ISNUMBER(VALUE(TRIM(MID(${cell},2,9)))))`
  const length = `IF(ISNUMBER(${first}$${lengths}),${first}$${lengths},${longestMeeting})`
  dataValidations.add(`${cell}:${last}${lengths + rows.length}`, {
    ...refuse(texts.wrongMark),
    type: 'custom',
    formulae: [`IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}<=${length}),OR(${alone},${late}))`],
  })
}

/** A sheet to note attendance on: learners down, meetings across, its headings frozen and repeated on each page. */
export function addAttendanceSheet(
  workbook: ExcelJS.Workbook,
  content: AttendanceSheet,
  { pageHeader, language }: Pick<WorkbookContent, 'pageHeader' | 'language'>,
): void {
  const { name, code, title, notes, columns, rows, texts } = content
  const headingRow = 3 + notes.length
  const lengths = headingRow + 1
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', xSplit: columnsBefore, ySplit: lengths }],
    pageSetup: {
      ...printing,
      printTitlesRow: `${headingRow}:${lengths}`,
      printTitlesColumn: `A:${columnLetters(columnsBefore - 1)}`,
      printArea: printArea(columnsBefore + columns.length, lengths + rows.length),
    },
    headerFooter: pageEdges(pageHeader),
  })
  sheet.columns = [nameWidth, numberWidth, ...columns.map(() => dayWidth)].map((width) => ({ width }))
  const write = (at: number, text: string, used: Partial<ExcelJS.Font>) => {
    const cell = sheet.getRow(at).getCell(1)
    cell.value = text
    cell.font = font(used)
  }
  write(1, code, { bold: true, size: 16 })
  write(2, title, { bold: true })
  notes.forEach((note, index) => write(3 + index, note, quiet))

  const cells = (at: number, contents: readonly ExcelJS.CellValue[], style: Partial<ExcelJS.Style>) =>
    contents.forEach((value, index) => {
      const cell = sheet.getRow(at).getCell(index + 1)
      cell.value = value
      const isText = index < columnsBefore
      cell.style = {
        font: font(),
        border: box,
        ...style,
        ...(isText ? { numFmt: '@' } : {}),
        alignment: isText
          ? { vertical: 'middle', horizontal: 'left', indent: 1, wrapText: at === headingRow }
          : { vertical: 'middle', horizontal: 'center', ...style.alignment },
      }
    })
  sheet.getRow(headingRow).height = headingHeight
  cells(
    headingRow,
    [texts.studentName, texts.studentId, ...columns.map(({ heldOn }) => cellValue(heldOn, 'date'))],
    {
      ...{ font: font({ bold: true }), fill: headingFill, numFmt: dayFormats[language] },
      alignment: { textRotation: upwards },
    },
  )
  cells(lengths, [texts.minutes, null, ...columns.map(({ minutes }) => minutes)], {
    ...{ font: font(quiet), fill: headingFill, numFmt: '0' },
  })
  rows.forEach(({ name: who, studentId, marks }, index) => {
    const at = lengths + 1 + index
    sheet.getRow(at).height = rowHeight
    cells(at, [who, studentId, ...marks], {})
  })
  addRules(sheet, content, headingRow)
}
