/** A row's name in selections: the id of its record. */
export type RowId = string | number

/**
 * Which rows of a list are selected. `allExcept` stands for every row that matches the filters, loaded or not,
 * but for those named; the core is then sent the filters and the exceptions instead of thousands of ids.
 */
export type RowSelection<Id extends RowId = RowId> = {
  /** Whether `ids` are the selected rows or the ones left out of all. */
  readonly kind: 'some' | 'allExcept'
  /** The rows named. */
  readonly ids: ReadonlySet<Id>
}

/** Nothing selected. */
export const noRows: RowSelection<never> = { kind: 'some', ids: new Set() }

/** Every row that matches. */
export const allRows: RowSelection<never> = { kind: 'allExcept', ids: new Set() }

/** Whether the row is selected. */
export function isRowSelected<Id extends RowId>(selection: RowSelection<Id>, id: Id): boolean {
  return selection.ids.has(id) === (selection.kind === 'some')
}

/** The selection with the row turned over. */
export function toggleRow<Id extends RowId>(selection: RowSelection<Id>, id: Id): RowSelection<Id> {
  return setRows(selection, [id], !isRowSelected(selection, id))
}

/** The selection with these rows in or out. */
export function setRows<Id extends RowId>(
  selection: RowSelection<Id>,
  rows: readonly Id[],
  isSelected: boolean,
): RowSelection<Id> {
  const ids = new Set(selection.ids)
  const isNamed = isSelected === (selection.kind === 'some')
  for (const id of rows) {
    if (isNamed) ids.add(id)
    else ids.delete(id)
  }
  return { kind: selection.kind, ids }
}

/** How many of `total` matching rows are selected; never below zero while the total is being counted anew. */
export function countSelected(selection: RowSelection, total: number): number {
  return selection.kind === 'some' ? selection.ids.size : Math.max(0, total - selection.ids.size)
}
