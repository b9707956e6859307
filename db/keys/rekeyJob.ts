import { rmSync } from 'node:fs'
import { answering, type Answer } from '../backup/backupFault.ts'
import { connectTo, readThrough } from '../backup/readProgram.ts'

interface RekeyedCopy {
  from: string
  to: string
  key: Uint8Array
  newKey: Uint8Array
}

/** Copies a program file at one moment of its history, puts the copy under another key and reads it through. */
export function rekeyedCopy(
  { from, to, key, newKey }: RekeyedCopy,
  report: (progress: { rows: number; share: number }) => void,
): Answer<null> {
  return answering(() => {
    rmSync(to, { force: true })
    const source = connectTo(from, key, { readonly: false })
    try {
      source.prepare('vacuum into ?').run(to)
    } finally {
      source.close()
    }
    report({ rows: 0, share: 0.5 })
    const copy = connectTo(to, key, { readonly: false })
    try {
      // A journal of its own would still be under the old key.
      copy.pragma('journal_mode = DELETE')
      copy.pragma(`rekey = 'raw:${Buffer.from(newKey).toString('hex')}'`)
    } finally {
      copy.close()
    }
    const rekeyed = connectTo(to, newKey, { readonly: true })
    try {
      readThrough(rekeyed)
    } finally {
      rekeyed.close()
      key.fill(0)
      newKey.fill(0)
    }
    return null
  })
}
