/** How much of an untrusted file is read before it is refused. Every figure is enforced while reading. */
export interface FileLimits {
  /** Bytes of the file as it arrives. */
  readonly maxBytes: number
  /** Bytes that all parts read from a workbook may unpack to. */
  readonly maxUnzippedBytes: number
  /** Unpacked bytes for each byte of the file; tested only above `ratioFreeBytes`. */
  readonly maxRatio: number
  /** Unpacked bytes below which the ratio does not matter. */
  readonly ratioFreeBytes: number
  /** Parts in the archive of a workbook. */
  readonly maxEntries: number
  readonly maxSheets: number
  /** Rows of all sheets together, up to the last one with content in each. */
  readonly maxRows: number
  /** Columns with content. */
  readonly maxColumns: number
  /** Cells with content, all sheets together. */
  readonly maxCells: number
  /** Cells written without content; refused only when they are also four times as many as those with content. */
  readonly maxEmptyCells: number
  /** UTF-16 units of one cell (Excel's own limit is 32,767). */
  readonly maxCellLength: number
  /** UTF-16 units of all cells together: one long shared string may be used by a million cells. */
  readonly maxCharacters: number
}

const mebibyte = 1024 * 1024

/** Generous for a college's files (a 50,000-row roster with 20 columns), tight for anything made to do harm. */
export const usualFileLimits: FileLimits = {
  maxBytes: 50 * mebibyte,
  maxUnzippedBytes: 400 * mebibyte,
  maxRatio: 100,
  ratioFreeBytes: 20 * mebibyte,
  maxEntries: 5_000,
  maxSheets: 100,
  maxRows: 200_000,
  maxColumns: 200,
  maxCells: 3_000_000,
  maxEmptyCells: 500_000,
  maxCellLength: 32_767,
  maxCharacters: 100_000_000,
}
