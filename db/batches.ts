/** How many ids a statement takes at a time: SQLite binds at most 32,766 values in one. */
export const idsAtATime = 5000

/** The items in their order, at most `size` at a time. */
export function* batchesOf<Item>(items: readonly Item[], size = idsAtATime): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
