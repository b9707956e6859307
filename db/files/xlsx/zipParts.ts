import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { asCorruptWorkbook, FileProblem } from '../fileProblem.ts'
import type { FileLimits } from '../fileLimits.ts'

/**
 * The parts of a zip archive, unpacked one at a time and counted as they unpack. The sizes that an archive
 * declares can refuse it early and guide the progress bar; they never let anything through.
 */
export class ZipParts {
  #zip: ZipFile
  #entries: ReadonlyMap<string, Entry>
  #fileBytes: number
  #limits: FileLimits
  #unpacked = 0

  private constructor(
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
    fileBytes: number,
    limits: FileLimits,
  ) {
    this.#zip = zip
    this.#entries = entries
    this.#fileBytes = fileBytes
    this.#limits = limits
  }

  /** @throws FileProblem corruptWorkbook, zipBomb, encryptedWorkbook */
  static async open(bytes: Uint8Array, limits: FileLimits): Promise<ZipParts> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const entries = new Map<string, Entry>()
    let declared = 0
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true })
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new FileProblem('encryptedWorkbook')
        declared += entry.uncompressedSize
        if (entries.size >= limits.maxEntries) {
          throw new FileProblem('zipBomb', { maxEntries: limits.maxEntries })
        }
        entries.set(entry.fileName.toLowerCase(), entry)
      }
      const parts = new ZipParts(zip, entries, bytes.byteLength, limits)
      parts.#refuseBomb(declared)
      return parts
    } catch (error) {
      throw asCorruptWorkbook(error)
    }
  }

  /** True when the archive holds a part of that name; case does not matter. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  /** True when some part's name begins so. */
  hasFolder(start: string): boolean {
    return [...this.#entries.keys()].some((name) => name.startsWith(start))
  }

  /** Bytes that the named parts say they unpack to: a guess for the progress bar. */
  declaredBytes(names: readonly string[]): number {
    return names.reduce(
      (sum, name) => sum + (this.#entries.get(name.toLowerCase())?.uncompressedSize ?? 0),
      0,
    )
  }

  /**
   * The bytes of one part.
   * @throws FileProblem corruptWorkbook when there is no such part or it is damaged, zipBomb past the limits
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) throw new FileProblem('corruptWorkbook')
    try {
      const stream = await this.#zip.openReadStreamPromise(entry)
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        this.#unpacked += chunk.byteLength
        this.#refuseBomb(this.#unpacked)
        yield chunk
      }
    } catch (error) {
      throw asCorruptWorkbook(error)
    }
  }

  #refuseBomb(unpacked: number): void {
    const { maxUnzippedBytes, maxRatio, ratioFreeBytes } = this.#limits
    if (unpacked > maxUnzippedBytes) throw new FileProblem('zipBomb', { maxBytes: maxUnzippedBytes })
    if (unpacked > ratioFreeBytes && unpacked > maxRatio * this.#fileBytes) {
      throw new FileProblem('zipBomb', { maxRatio })
    }
  }
}
