import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure, refused } from '../../db/failure.ts'
import { largestFile } from '../../shared/contract/files.ts'
import { fileTicket, type FileTicket } from '../../shared/contract/values.ts'

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown'

/** The file at `path` under its own name. One that no use case would take is refused before it is read. */
export async function fileIn(path: string): Promise<File> {
  try {
    const { size } = await stat(path)
    if (size > largestFile) throw refused('fileTooLarge', { megabytes: largestFile / 1024 / 1024 })
    return new File([await readFile(path)], basename(path))
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('refused', 'commandLine.fileNotRead', { reason: reasonOf(error) })
  }
}

/** Whether anybody but its owner may open a file of this mode; Windows says it elsewhere. */
const isOpenToOthers = (mode: number) => process.platform !== 'win32' && (mode & 0o077) !== 0

/** The passphrase in the first line of a file that its owner alone may read; another is refused. */
export async function passphraseIn(path: string): Promise<string> {
  try {
    const { mode } = await stat(path)
    if (isOpenToOthers(mode)) throw refused('commandLine.passphraseFileOpen')
    const [line = ''] = (await readFile(path, 'utf8')).split(/\r?\n/, 1)
    return line
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('refused', 'commandLine.passphraseFileNotRead', { reason: reasonOf(error) })
  }
}

/** Writes a file so that a reader finds the old one or the new one, never a half. */
export async function fileOut(path: string, file: File): Promise<void> {
  const draft = `${path}.part`
  try {
    await writeFile(draft, Buffer.from(await file.arrayBuffer()))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw new Failure('refused', 'commandLine.fileNotWritten', { reason: reasonOf(error) })
  }
}

/** The first ticket of a file anywhere in a result, or null. */
export function ticketIn(result: unknown): FileTicket | null {
  if (typeof result !== 'object' || result === null) return null
  const ticket = fileTicket.safeParse(result)
  if (ticket.success) return ticket.data
  for (const part of Object.values(result)) {
    const found = ticketIn(part)
    if (found) return found
  }
  return null
}
