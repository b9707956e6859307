/** How many ids a statement takes at a time: SQLite binds at most 32,766 values in one. */
export const idsAtATime = 5000

/** The items in their order, at most `size` at a time. */
export function* batchesOf<Item>(items: readonly Item[], size = idsAtATime): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/** All rows that a search finds for the items, batch after batch: more than one call could take as arguments. */
export async function foundInBatches<Item, Row>(
  items: readonly Item[],
  find: (some: Item[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[][] = []
  for (const some of batchesOf(items)) found.push(await find(some))
  return found.flat()
}
