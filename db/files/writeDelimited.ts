import { guardFormula } from './formulaGuard.ts'

const needsQuotes = /[",\r\n]|^\s|\s$/

function field(text: string): string {
  const safe = guardFormula(text)
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Excel's own "CSV UTF-8" begins with it; without it Excel reads accents wrong. */
const byteOrderMark = '\uFEFF'

/** Rows as a text file with commas (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe. */
export const delimitedText = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
