import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { withFileFailures } from './fileFailure.ts'
import { syncFolder } from './syncFolder.ts'

/**
 * Writes a small file so that a crash or a power cut leaves either the old text or the new one, never a half.
 * @throws Failure `diskFull`, `programFolderReadOnly` … ; the old text is then still there
 */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.new`
  withFileFailures(() => {
    const file = openSync(draft, 'w', 0o600)
    try {
      // One call may write less than all of it; on a full disk the next one says so.
      for (let rest = Buffer.from(text); rest.length > 0;) rest = rest.subarray(writeSync(file, rest))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
    syncFolder(dirname(path))
  })
}
