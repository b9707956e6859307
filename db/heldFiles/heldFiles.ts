import { randomUUID } from 'node:crypto'
import type { FileTicket } from '../../shared/contract/values.ts'
import { notFound } from '../failure.ts'

/** Files between two calls, in memory only: what was brought and what waits to be fetched. */
export class HeldFiles {
  readonly #files = new Map<string, File>()

  hold(file: File): FileTicket {
    const fileId = randomUUID()
    this.#files.set(fileId, file)
    return { fileId, name: file.name, size: file.size }
  }

  /** The file behind a ticket; it stays until released. */
  get(fileId: string): File {
    const file = this.#files.get(fileId)
    if (!file) throw notFound('file')
    return file
  }

  release(fileId: string): void {
    this.#files.delete(fileId)
  }

  forgetAll(): void {
    this.#files.clear()
  }
}
