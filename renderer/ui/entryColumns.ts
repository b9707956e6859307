import type { ReactNode } from 'react'
import type { Option } from './Option.tsx'

/** What stands under a cell and whether it can be written to. */
export interface EntryState {
  /** What is wrong and what to do about it; visible under the cell and read out. */
  readonly error?: string | undefined
  /** What follows from the value, such as the level of a score; visible under the cell and read out. */
  readonly hint?: string | undefined
  /** Whether the cell can't be written to in this row. */
  readonly isReadOnly?: boolean | undefined
}

/** A column that is only shown; the first one names the row. */
export interface ShownColumn<Row> {
  /** Its name in code. */
  readonly id: string
  /** Its heading. */
  readonly label: string
  /** Only shown. */
  readonly kind: 'shown'
  /** What a row shows in it. */
  readonly cell: (row: Row) => ReactNode
  /** Its width in CSS units; 12rem unless told. */
  readonly width?: string
  /** Numbers align right. */
  readonly isNumeric?: boolean
}

/**
 * A column to write in. Every value is text, as typed: a score may be "O/R". In a date column it is `YYYY-MM-DD`
 * once it is understood and the typed text until then, in a select column the id of the option; so nothing
 * typed or pasted is ever lost.
 */
export interface WrittenColumn<Row> {
  /** Its name in code. */
  readonly id: string
  /** Its heading. */
  readonly label: string
  /** What is written in it. */
  readonly kind: 'text' | 'number' | 'date' | 'select'
  /** The value in a row; empty text for none. */
  readonly value: (row: Row) => string
  /** What stands under the cell, and whether it can be written to. */
  readonly state?: (row: Row) => EntryState
  /** The choices of a select column. */
  readonly options?: readonly Option[] | ((row: Row) => readonly Option[])
  /** The last day of a date column, `YYYY-MM-DD`; a year typed with two digits is never read as after it. */
  readonly latest?: string
  /** Its width in CSS units; 9rem unless told. */
  readonly width?: string
}

/** A column of an `EntryGrid`. */
export type EntryColumn<Row> = ShownColumn<Row> | WrittenColumn<Row>

/** One cell that changes. */
export interface EntryChange {
  /** The place of the row. */
  readonly rowIndex: number
  /** The id of the column. */
  readonly columnId: string
  /** The new value. */
  readonly value: string
}

/** The choices of a cell. */
export function optionsOf<Row>(column: WrittenColumn<Row>, row: Row): readonly Option[] {
  return typeof column.options === 'function' ? column.options(row) : (column.options ?? [])
}
