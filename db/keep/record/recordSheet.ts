import type { Language, LocalText } from '../../../shared/values/vocabulary.ts'
import type { Reader } from '../../schema.ts'
import type { Sight } from '../../sight/sight.ts'
import type { Translate } from '../../texts/translator.ts'
import type { WorkbookColumn } from '../../workbooks/workbookContent.ts'

/** Whose record is written, and in which words. */
export interface RecordCall {
  db: Pick<Reader, 'selectFrom'>
  learnerId: number
  sight: Sight
  language: Language
  t: Translate
}

export type RecordCell = string | number | null

/** One kind of entries about the person: a sheet of the workbook, and a line of its contents. */
export interface RecordSheet {
  /** Key of its name under `keep.record.sheets`, and name of its table for formulas. */
  readonly key: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly RecordCell[])[]
}

/** A column by its key under `keep.record.columns`, and what it shows of an entry. */
export interface RecordColumn<Row> {
  readonly key: string
  readonly kind?: 'text' | 'number' | 'date'
  readonly width: number
  readonly wraps?: boolean
  readonly value: (row: Row) => RecordCell
}

/** A sheet from its entries. */
export function recordSheet<Row>(
  key: string,
  rows: readonly Row[],
  columns: readonly RecordColumn<Row>[],
  t: Translate,
): RecordSheet {
  return {
    key,
    columns: columns.map(({ key: name, kind = 'text', width, wraps = false }) => ({
      heading: t(`keep.record.columns.${name}`),
      kind,
      width,
      wraps,
    })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}

/** A word of a closed list, or null. */
export const word = (t: Translate, list: string, value: string | null) =>
  value === null ? null : t(`words.${list}.${value}`)

export const yesOrNo = (t: Translate, value: number | null) =>
  value === null ? null : t(value === 1 ? 'keep.record.yes' : 'keep.record.no')

export const inLanguage = ({ language }: RecordCall, text: LocalText) => text[language]

/** The day of a moment; its time of day is nobody's business here. */
export const dayOf = (moment: string) => moment.slice(0, 10)
