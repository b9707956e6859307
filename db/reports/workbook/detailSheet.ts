import {
  columnLetters,
  firstTableRow,
  type CellContent,
  type TableSheet,
  type WorkbookColumn,
} from '../../workbooks/workbookContent.ts'

export interface DetailColumn<Row> extends WorkbookColumn {
  readonly id: string
  readonly value: (row: Row) => string | number | null
}

/** One row per member or per sitting, and the formulas that count its rows. */
export interface Detail {
  readonly sheet: TableSheet
  /** Counts the rows in which each named column holds the given criterion (a number, a text or a cell). */
  readonly countWhere: (criteria: Readonly<Record<string, string | number>>) => string
}

/** A criterion that is this text; the texts are the app's own words and hold no wildcards. */
export const textCriterion = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A detail sheet. Its ranges cover the rows that it has, at least the one that an empty table shows. */
export function detailSheet<Row>(
  names: { readonly name: string; readonly tableName: string },
  columns: readonly DetailColumn<Row>[],
  rows: readonly Row[],
): Detail {
  const lastRow = firstTableRow + Math.max(rows.length, 1) - 1
  const sheet = `'${names.name.replaceAll("'", "''")}'`
  const ranges = new Map(
    columns.map(({ id }, index) => {
      const letters = columnLetters(index)
      return [id, `${sheet}!$${letters}$${firstTableRow}:$${letters}$${lastRow}`]
    }),
  )
  const rangeOf = (id: string) => {
    const range = ranges.get(id)
    if (range === undefined) throw new Error(`the sheet ${names.tableName} has no column ${id}`)
    return range
  }
  return {
    sheet: {
      kind: 'table',
      ...names,
      columns: columns.map(({ heading, kind, width }) => ({ heading, kind, width })),
      rows: rows.map((row) => columns.map(({ value }): CellContent => value(row))),
    },
    countWhere: (criteria) =>
      `COUNTIFS(${Object.entries(criteria)
        .map(([id, criterion]) => `${rangeOf(id)},${criterion}`)
        .join(',')})`,
  }
}
