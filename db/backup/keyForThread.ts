/**
 * Lends a copy of a key to work in another thread and wipes it afterwards. Handing over the original would
 * send along whatever lies beside it in Node's shared pool of small buffers.
 */
export async function withKeyForThread<Result>(
  key: Uint8Array,
  work: (key: Uint8Array) => Promise<Result>,
): Promise<Result> {
  const lent = new Uint8Array(key)
  try {
    return await work(lent)
  } finally {
    lent.fill(0)
  }
}
