import { readXml } from './readXml.ts'
import type { ZipParts } from './zipParts.ts'

/** How a number is shown, as far as its meaning depends on it. */
export interface NumberLook {
  readonly isDate: boolean
  /** Digits of a format such as `0000000`, which keeps an id's leading zeros; 0 for all others. */
  readonly paddedDigits: number
}

export const plainLook: NumberLook = { isDate: false, paddedDigits: 0 }
const dateLook: NumberLook = { isDate: true, paddedDigits: 0 }

/** Built-in formats with a day in them, ECMA-376 part 1, 18.8.30, with those of the East Asian editions. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/**
 * The look of each cell style, by the index that cells name.
 * @throws FileProblem corruptWorkbook
 */
export async function readNumberLooks(zip: ZipParts, part: string | null): Promise<NumberLook[]> {
  const looks: NumberLook[] = []
  if (part === null) return looks
  const formats = new Map<string, NumberLook>()
  let inCellStyles = false
  await readXml(zip.read(part), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && numFmtId !== undefined) formats.set(numFmtId, lookOf(formatCode ?? ''))
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = numFmtId ?? '0'
      looks.push(formats.get(id) ?? (builtInDates.has(Number(id)) ? dateLook : plainLook))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return looks
}

/** What a format code says about the number it shows. */
export function lookOf(formatCode: string): NumberLook {
  const [positive = ''] = formatCode
    // Quoted text, escaped and padding characters, and bracketed colours, languages and conditions show no part of a date.
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')
  const code = positive.toLowerCase().replace(/am\/pm|a\/p|general/g, '')
  if (/[yd]/.test(code)) return dateLook
  // A lone m is a month; beside hours or seconds it is minutes.
  if (/m/.test(code) && !/[hs]/.test(code) && !code.includes('[')) return dateLook
  return /^0{2,}$/.test(code) ? { isDate: false, paddedDigits: code.length } : plainLook
}
