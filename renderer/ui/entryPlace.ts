/** The place of a cell in an entry grid: its row and its column, from 0. */
export type EntryPlace = readonly [row: number, column: number]

/** The place of the cell that an event came from; undefined for anything else. */
export function placeOf(target: EventTarget | null): EntryPlace | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  const [row, column] = target.dataset.place?.split(':').map(Number) ?? []
  return row === undefined || column === undefined ? undefined : [row, column]
}
