import type { Cell } from '../tableFile.ts'
import { converted, failed, toText, type Converted } from './converted.ts'

const withThousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const withDecimalComma = /^[+-]?\d+,\d+$/
const plain = /^[+-]?(\d+\.?\d*|\.\d+)$/

/** A number: `1,234.5`, `$14.20` and `9,21` (a decimal comma) are understood; dates and marks such as `*` are not. */
export function toNumber(cell: Cell): Converted<number> {
  const text = toText(cell)
  if (!text.ok) return text
  if (typeof cell === 'number') return converted(cell)
  if (typeof cell === 'object' && cell.date !== undefined) return failed('notANumber')
  const digits = text.value.replace(/^\$ ?/, '').replace(/^\u2212/, '-')
  if (plain.test(digits)) return converted(Number(digits))
  if (withThousands.test(digits)) return converted(Number(digits.replaceAll(',', '')))
  if (withDecimalComma.test(digits)) return converted(Number(digits.replace(',', '.')))
  return failed('notANumber')
}

/** A number without a fraction. */
export function toWholeNumber(cell: Cell): Converted<number> {
  const number = toNumber(cell)
  return number.ok && !Number.isSafeInteger(number.value) ? failed('notAWholeNumber') : number
}
