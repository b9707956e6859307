import { foldPhone } from '../../../shared/values/names.ts'
import type { Cell } from '../tableFile.ts'
import { converted, failed, toText, type Converted } from './converted.ts'

const extension = /[ ,;]*(?:ext\.?|extension|x|#)\s*(\d{1,6})$/i
const betweenPhones = /\s*(?:[/;|]|,(?!\s*(?:ext|x)[\d. ])|\bor\b|\bo\b)\s*/i
const onlyPhoneSigns = /^[+\d\s().\-–/]+$/

/**
 * One phone number as people in the United States write it, `704-555-6374`, with ` x12` for an extension;
 * numbers that start with + and another country's code keep them. Seven digits stay without an area code.
 */
export function toPhone(cell: Cell): Converted<string> {
  const text = toText(cell)
  if (!text.ok) return text
  const inner = extension.exec(text.value)?.[1]
  const main = text.value.replace(extension, '')
  if (!onlyPhoneSigns.test(main)) return failed('notAPhone')
  const number = written(main)
  if (number === null) return failed('notAPhone')
  return converted(inner === undefined ? number : `${number} x${inner}`)
}

/** Every number of a cell that may hold several (`704-555-6374 / 704-555-9526`), each once, in order. */
export function toPhones(cell: Cell): Converted<string[]> {
  const text = toText(cell)
  if (!text.ok) return text
  const phones = new Set<string>()
  for (const part of text.value.split(betweenPhones)) {
    if (part === '') continue
    const phone = toPhone(part)
    if (!phone.ok) return phone
    phones.add(phone.value)
  }
  return phones.size === 0 ? failed('notAPhone') : converted([...phones])
}

function written(text: string): string | null {
  const all = text.replace(/\D/g, '')
  if (text.trim().startsWith('+') && !all.startsWith('1')) {
    return all.length >= 8 && all.length <= 15 ? `+${all}` : null
  }
  const digits = foldPhone(text)
  if (digits.length === 10) return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
  return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : null
}
