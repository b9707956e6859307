import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** Every part of a zip archive by name. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) {
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
    }
  }
  return parts
}
