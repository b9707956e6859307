// SQLite takes at most 32,766 values in one statement.
const idsAtATime = 1000

/** Does something for many ids, some at a time; answers the sum of what it counted. */
export async function inBatches(
  ids: readonly number[],
  each: (some: readonly number[]) => Promise<number>,
): Promise<number> {
  let sum = 0
  for (let start = 0; start < ids.length; start += idsAtATime)
    sum += await each(ids.slice(start, start + idsAtATime))
  return sum
}
