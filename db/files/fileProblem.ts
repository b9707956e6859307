/**
 * Why a file was refused. The values beside a code are counts, limits, row and column numbers or fixed words:
 * never the content of a cell, so a problem may be shown and logged.
 */
export const fileProblemCodes = [
  /** Larger than the limit. values: bytes, maxBytes */
  'fileTooLarge',
  /** No row with content in it. */
  'emptyFile',
  /** Some other kind of file. values: found (see FoundKind) */
  'notATable',
  /** A program, whatever its name says. */
  'renamedExecutable',
  /** Unpacks to far more than a table needs. values: maxBytes or maxRatio or maxEntries */
  'zipBomb',
  /** values: maxRows */
  'tooManyRows',
  /** values: maxColumns, row */
  'tooManyColumns',
  /** values: maxCells */
  'tooManyCells',
  /** Mostly formatted but empty cells. values: maxEmptyCells */
  'tooManyEmptyCells',
  /** values: maxSheets */
  'tooManySheets',
  /** All text together. values: maxCharacters */
  'tooMuchText',
  /** values: maxLength, row, column (both from 1) */
  'cellTooLong',
  /** Neither UTF-8, UTF-16 nor Windows-1252. */
  'unreadableEncoding',
  /** A quotation mark opened and never closed. values: row (where its record starts) */
  'quoteNotClosed',
  /** Protected with a password. */
  'encryptedWorkbook',
  /** The Excel 97–2003 format. */
  'oldXls',
  /** Damaged, or not written as the format demands. */
  'corruptWorkbook',
  /** The reader ran out of the memory it may use. */
  'tooLargeForMemory',
] as const

export type FileProblemCode = (typeof fileProblemCodes)[number]

/** What a refused file turned out to be, as far as its first bytes tell. */
export type FoundKind =
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'openDocument'
  | 'wordOrSlides'
  | 'binaryWorkbook'
  | 'archive'
  | 'database'
  | 'oldOffice'
  | 'binary'

export type FileProblemValues = Readonly<Record<string, string | number>>

/** A file that is refused, with a code for the reader's own language and the figures to name in it. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  readonly code: FileProblemCode
  readonly values: FileProblemValues

  constructor(code: FileProblemCode, values: FileProblemValues = {}, cause?: unknown) {
    super(`The file is refused: ${code}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.values = values
  }
}

/** A FileProblem for an error that a library raised on damaged content; one of ours passes unchanged. */
export function asCorruptWorkbook(error: unknown): FileProblem {
  return error instanceof FileProblem ? error : new FileProblem('corruptWorkbook', {}, error)
}
