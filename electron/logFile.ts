import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A log larger than this, in bytes, makes room for a new one; the one before is kept beside it. */
const largestLog = 512 * 1024

/**
 * Adds one line with its time to the log at `path`. Never throws: a full disk must not end the core, which
 * tells the person about it by a failure of its own.
 */
export function appendToLog(path: string, line: string, now: Date): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    if (size > largestLog) renameSync(path, `${path}.before`)
    appendFileSync(path, `${now.toISOString()} ${line}\n`)
  } catch (error) {
    process.stderr.write(`The log cannot be written: ${(error as NodeJS.ErrnoException).code}\n${line}\n`)
  }
}
