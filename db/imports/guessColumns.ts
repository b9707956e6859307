import type { ImportColumn, ImportField } from '../../shared/contract/imports.ts'
import { importKinds, type ImportKind } from '../../shared/values/imports.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { findHeadings, foldHeading, type Headings } from '../files/findHeadings.ts'
import { cellAt, type TableFile, type TableRow, type TableSheet } from '../files/tableFile.ts'
import { guessDateOrder, tidy } from '../files/values.ts'
import { attemptFields, guessAttempts, type ExamPart } from './attemptFields.ts'
import { fieldsOfKind, headingsOf, isNeverTaken } from './fields.ts'
import { isMeetingHeading } from './meetingHeadings.ts'

const samplesShown = 3
const rowsSampled = 200
const sampleLength = 60

const headingsByKind = Object.fromEntries(
  importKinds.map((kind) => [kind, headingsOf(fieldsOfKind[kind])]),
) as Record<ImportKind, Map<string, string>>
const everyHeading = new Set(importKinds.flatMap((kind) => [...headingsByKind[kind].keys()]))

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetter(index: number): string {
  const rest = index % 26
  const letter = String.fromCharCode(65 + rest)
  return index < 26 ? letter : columnLetter((index - rest) / 26 - 1) + letter
}

/** The row that was chosen, or the one that looks like headings; null when none does. */
export function headingsOfSheet(sheet: TableSheet, chosenRow: number | null): Headings | null {
  if (chosenRow === null) return findHeadings(sheet.rows, everyHeading)
  const rowIndex = sheet.rows.findIndex(({ number }) => number === chosenRow)
  const row = sheet.rows[rowIndex]
  if (row === undefined) return null
  return { rowIndex, rowNumber: row.number, headings: row.cells.map(tidy), knownCount: 0 }
}

/** The rows with data: those under the headings that are not blank. */
export const dataRows = (sheet: TableSheet, headings: Headings): TableRow[] =>
  sheet.rows.slice(headings.rowIndex + 1).filter((row) => !row.blank)

/** What each heading most likely means, the first of two for one field alone. */
function guessFields(headings: readonly string[], kind: ImportKind, parts: readonly ExamPart[]) {
  const known = headingsByKind[kind]
  const attempts = kind === 'cohortHistory' ? guessAttempts(headings, parts) : []
  const repeatable = new Set(fieldsOfKind[kind].filter((field) => field.isRepeatable).map(({ id }) => id))
  const taken = new Set<string>()
  return headings.map((heading, index) => {
    if (isNeverTaken(foldForSearch(heading))) return null
    const day = kind === 'attendance' && isMeetingHeading(heading) ? 'meetingDay' : null
    const field = known.get(foldHeading(heading)) ?? attempts[index] ?? day
    if (field === null || (taken.has(field) && !repeatable.has(field))) return null
    taken.add(field)
    return field
  })
}

/**
 * What a kind cannot do without where more than one field will do: the first of them, or null. A roster and an
 * attendance sheet need to say who; a sheet needs its meetings in columns, or a day and a mark in each row.
 */
export function whatElseIsMissing(kind: ImportKind, found: ReadonlySet<string | null>): string | null {
  const isNamed = found.has('familyName') || found.has('fullName')
  if (kind === 'roster' && !isNamed) return 'familyName'
  if (kind !== 'attendance') return null
  if (!isNamed && !found.has('studentId')) return 'studentId'
  if (found.has('meetingDay')) return null
  if (!found.has('heldOn')) return 'heldOn'
  return found.has('mark') || found.has('attendedMinutes') ? null : 'mark'
}

/** How many fields the headings name, and whether every required one is among them. */
function fit(headings: readonly string[], kind: ImportKind): { complete: boolean; count: number } {
  const found = new Set(guessFields(headings, kind, []))
  const required = fieldsOfKind[kind].filter((field) => field.isRequired)
  const complete = required.every(({ id }) => found.has(id)) && whatElseIsMissing(kind, found) === null
  return { complete, count: [...found].filter((id) => id !== null).length }
}

/** What a sheet holds, by its headings; null when they tell too little. */
export function guessKind(headings: readonly string[]): ImportKind | null {
  const fits = importKinds.map((kind) => ({ kind, ...fit(headings, kind) }))
  const best = fits.sort((a, b) => Number(b.complete) - Number(a.complete) || b.count - a.count)[0]!
  return best.count >= 2 ? best.kind : null
}

/** The place of the sheet that most likely holds the data: shown, with known headings, long. */
export function likelySheet(table: TableFile): number {
  const scores = table.sheets.map((sheet) => {
    const known = findHeadings(sheet.rows, everyHeading)?.knownCount ?? 0
    return (sheet.hidden ? 0 : 1000) + known * 10 + Math.min(9, sheet.rows.length / 100)
  })
  return scores.indexOf(Math.max(...scores))
}

/** The columns under some headings with samples and their likely fields. */
export function guessColumns(
  sheet: TableSheet,
  headings: Headings,
  kind: ImportKind,
  parts: readonly ExamPart[],
): ImportColumn[] {
  const rows = dataRows(sheet, headings).slice(0, rowsSampled)
  const width = Math.max(headings.headings.length, ...rows.map((row) => row.cells.length))
  const names = Array.from({ length: width }, (_, index) => headings.headings[index] ?? '')
  const fields = guessFields(names, kind, parts)
  return names.map((heading, index) => {
    const never = isNeverTaken(foldForSearch(heading))
    const texts = never ? [] : rows.map((row) => tidy(cellAt(row, index))).filter((text) => text !== '')
    return {
      letter: columnLetter(index),
      heading,
      samples: [...new Set(texts)].slice(0, samplesShown).map((text) => text.slice(0, sampleLength)),
      field: fields[index] ?? null,
      isNeverTaken: never,
    }
  })
}

/** What the columns of a kind can be matched to. */
export function fieldsToOffer(
  kind: ImportKind,
  headings: readonly string[],
  parts: readonly ExamPart[],
): ImportField[] {
  const plain = fieldsOfKind[kind].map((field) => ({
    id: field.id,
    name: field.id,
    isRequired: field.isRequired === true,
    isRepeatable: field.isRepeatable === true,
    part: null,
    number: null,
  }))
  return kind === 'cohortHistory'
    ? [...plain, ...attemptFields(parts, guessAttempts(headings, parts))]
    : plain
}

/** The order of day and month that the dates of some columns, and some headings, show; null when they do not tell. */
export function dateOrderOf(
  sheet: TableSheet,
  headings: Headings,
  columns: readonly number[],
  days: readonly string[],
) {
  const cells = dataRows(sheet, headings).flatMap((row) => columns.map((index) => cellAt(row, index)))
  const order = guessDateOrder([...cells, ...days])
  return order === 'mixed' ? null : order
}
