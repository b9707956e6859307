import { CsvError, parse, type Options } from 'csv-parse/sync'
import { decodeText } from './decodeText.ts'
import { refuseMarkup } from './detectKind.ts'
import { FileProblem } from './fileProblem.ts'
import { withoutGuard } from './formulaGuard.ts'
import type { FileLimits } from './fileLimits.ts'
import { TableCollector } from './tableCollector.ts'
import type { Delimiter, JobProgress, TableFile } from './tableFile.ts'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']
const sampleRows = 30
const sampleLength = 64 * 1024
/** Excel's own last column: a line with more separators than this is not a table of any kind. */
const mostSeparatorsInALine = 16_384
/** The line by which Excel itself is told a file's delimiter. */
const delimiterLine = /^sep=([,;\t|])(\r\n|\n|\r)/i

/** How every text table is read: quotes as in RFC 4180, ragged rows kept, any line ending. */
const reading = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
} as const satisfies Options

/**
 * Reads a delimited text file (commas, semicolons, tabs or bars) into one sheet. A row's number is the one a
 * spreadsheet gives it: a quoted value with line breaks inside is still one row.
 * @throws FileProblem
 */
export function readDelimited(
  bytes: Uint8Array,
  limits: FileLimits,
  onProgress?: (progress: JobProgress) => void,
): TableFile {
  const { text, encoding } = decodeText(bytes)
  refuseMarkup(text)
  const told = delimiterLine.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const delimiter = (told?.[1] as Delimiter | undefined) ?? mostTableLike(body)
  refuseEndlessLine(body, delimiter, limits)

  const collector = new TableCollector(limits, onProgress)
  let number = told ? 1 : 0
  try {
    parse(body, {
      ...reading,
      delimiter,
      max_record_size: limits.maxCellLength * limits.maxColumns,
      on_record: (record: string[], context) => {
        number += 1
        collector.addRow(
          number,
          record.map(withoutGuard),
          context.bytes / Math.max(body.length, context.bytes),
        )
        // Rows are in the collector; the parser keeps no second copy.
        return null
      },
    })
  } catch (error) {
    if (error instanceof FileProblem) throw error
    if (!(error instanceof CsvError)) throw error
    throw new FileProblem(...problemOf(error, number + 1, limits))
  }
  collector.endSheet('', false)
  return { kind: 'delimited', sheets: collector.sheets, encoding, delimiter, date1904: false }
}

function problemOf(
  error: CsvError,
  row: number,
  limits: FileLimits,
): ConstructorParameters<typeof FileProblem> {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return ['cellTooLong', { maxLength: limits.maxCellLength, row, column: 1 }, error]
  }
  return ['quoteNotClosed', { row }, error]
}

/** The delimiter that splits the first rows into the most columns, most evenly; a comma when none splits them. */
function mostTableLike(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const score = scoreOf(delimiter, text.slice(0, sampleLength))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function scoreOf(delimiter: Delimiter, sample: string): number {
  const widths: number[] = []
  try {
    parse(sample, {
      ...reading,
      delimiter,
      to: sampleRows,
      on_record: (record: string[]) => {
        if (record.some((field) => field.trim() !== '')) widths.push(record.length)
        return null
      },
    })
  } catch (error) {
    // The sample may end inside a quoted value; what was read before it still counts.
    if (!(error instanceof CsvError)) throw error
  }
  const split = widths.filter((width) => width > 1)
  if (split.length === 0) return 0
  const usual = mostFrequent(split)
  const even = split.filter((width) => width === usual).length
  return (even / widths.length) * (usual - 1)
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** Stops a file of nothing but separators before the parser builds one record out of all of it. */
function refuseEndlessLine(text: string, delimiter: Delimiter, limits: FileLimits): void {
  let separators = 0
  const separator = delimiter.charCodeAt(0)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === separator) separators += 1
    else if (code === 10 || code === 13) separators = 0
    if (separators > mostSeparatorsInALine) {
      throw new FileProblem('tooManyColumns', { maxColumns: limits.maxColumns, row: 1 })
    }
  }
}
