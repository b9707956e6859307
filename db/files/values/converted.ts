import { textOf, type Cell } from '../tableFile.ts'

/** Why a cell could not become a value. */
export type ValueProblem =
  /** Nothing in the cell; whether that matters is for the column to say. */
  | 'blank'
  /** A formula error such as `#N/A`. */
  | 'spreadsheetError'
  | 'notADate'
  /** The month is not 1 to 12: day and month may have changed places. */
  | 'noSuchMonth'
  /** 30 February. */
  | 'noSuchDay'
  | 'inFuture'
  | 'tooLongAgo'
  | 'notANumber'
  | 'notAWholeNumber'
  | 'notYesOrNo'
  | 'unknownWord'
  | 'notAPhone'
  | 'notAName'
  | 'notAnEmail'

/** A cell's meaning, or the reason why it has none. */
export type Converted<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ValueProblem }

export const converted = <Value>(value: Value): Converted<Value> => ({ ok: true, value })
export const failed = (problem: ValueProblem): Converted<never> => ({ ok: false, problem })

/** Zero-width characters and byte-order marks that come along when people copy from web pages. */
const invisible = /[\u200b-\u200d\u2060\ufeff]/g

/** A cell's text without outer spaces and with single ones inside; no-break spaces and line breaks are spaces. */
export function tidy(cell: Cell): string {
  return textOf(cell).replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Text as a value. */
export function toText(cell: Cell): Converted<string> {
  const text = tidy(cell)
  if (text === '') return failed('blank')
  return isError(cell) ? failed('spreadsheetError') : converted(text)
}

function isError(cell: Cell): boolean {
  return typeof cell === 'object' && cell.error === true
}
