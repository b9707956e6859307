import { FileProblem } from '../fileProblem.ts'
import type { FileLimits } from '../fileLimits.ts'
import type { TableCollector } from '../tableCollector.ts'
import { numberText, type Cell } from '../tableFile.ts'
import { StringItem, unescapeCharacters } from './cellText.ts'
import type { XmlEvents } from './readXml.ts'
import { dayOfSerial } from './serialDay.ts'
import { plainLook, type NumberLook } from './styles.ts'

/** What all sheets of a workbook share. */
export interface WorkbookContext {
  readonly strings: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly date1904: boolean
  readonly limits: FileLimits
}

const lastRow = 1_048_576
const lastColumn = 16_384

/**
 * The listener for one worksheet part: hands each row to the collector, hidden rows included. A merged title
 * is the text of its first cell. Formulas are not run: the value saved with them counts.
 * @param share how much of the file is unpacked, 0 to 1
 */
export function sheetEvents(
  workbook: WorkbookContext,
  collector: TableCollector,
  share: () => number,
): XmlEvents {
  const item = new StringItem()
  let row = 0
  let cells: Cell[] = []
  let emptyCells = 0
  let column = 0
  let type = 'n'
  let style = '0'
  let inRow = false
  let inCell = false
  let inValue = false
  let value = ''

  function startRow(r: string | undefined): void {
    const number = r === undefined ? row + 1 : Number(r)
    const inOrder = Number.isInteger(number) && number > row && number <= lastRow
    if (inRow || !inOrder) throw new FileProblem('corruptWorkbook')
    inRow = true
    row = number
    cells = []
    emptyCells = 0
    column = 0
  }

  function startCell(r: string | undefined, t: string | undefined, s: string | undefined): void {
    if (!inRow || inCell) throw new FileProblem('corruptWorkbook')
    inCell = true
    column = r === undefined ? column + 1 : columnOf(r)
    type = t ?? 'n'
    style = s ?? '0'
    value = ''
  }

  function endRow(): void {
    inRow = false
    collector.addRow(row, cells, share(), emptyCells)
  }

  function endCell(): void {
    inCell = false
    const inline = item.take()
    const cell = type === 'inlineStr' ? inline : cellOf(type, value, style, workbook)
    if (cell === '') {
      emptyCells += 1
      return
    }
    const { maxColumns } = workbook.limits
    if (column > maxColumns) throw new FileProblem('tooManyColumns', { maxColumns, row })
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = cell
  }

  return {
    open(name, attributes) {
      if (name === 'c') startCell(attributes['r'], attributes['t'], attributes['s'])
      else if (name === 'v') inValue = true
      else if (name === 'row') startRow(attributes['r'])
      else item.open(name)
    },
    close(name) {
      if (name === 'c') endCell()
      else if (name === 'v') inValue = false
      else if (name === 'row') endRow()
      else item.close(name)
    },
    text(text) {
      if (inValue) value += text
      else item.hear(text)
    },
  }
}

/** `AB12` is column 28. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column < 1 || column > lastColumn) throw new FileProblem('corruptWorkbook')
  return column
}

function cellOf(type: string, raw: string, style: string, workbook: WorkbookContext): Cell {
  if (raw === '') return ''
  switch (type) {
    case 's': {
      const text = workbook.strings[Number(raw)]
      if (text === undefined) throw new FileProblem('corruptWorkbook')
      return text
    }
    case 'str':
      return unescapeCharacters(raw)
    case 'b':
      return raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE'
    case 'e':
      return { text: raw, error: true }
    case 'd':
      return isoCell(raw)
    case 'n':
      return numberCell(Number(raw), workbook.looks[Number(style)] ?? plainLook, workbook.date1904)
    default:
      throw new FileProblem('corruptWorkbook')
  }
}

/** Strict workbooks write dates as ISO 8601 text. */
function isoCell(raw: string): Cell {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(raw)?.[0]
  return date === undefined ? raw : { text: raw, date }
}

function numberCell(number: number, look: NumberLook, date1904: boolean): Cell {
  if (!Number.isFinite(number)) throw new FileProblem('corruptWorkbook')
  if (look.isDate) {
    const date = dayOfSerial(number, date1904)
    if (date !== null) return { text: date, number, date }
  }
  const text = numberText(number)
  const isPadded = text.length < look.paddedDigits && /^\d+$/.test(text)
  return isPadded ? { text: text.padStart(look.paddedDigits, '0'), number } : number
}
