import type Database from 'better-sqlite3'
import type { RecordCounts } from '../../shared/contract/backupValues.ts'
import { answering, type Answer } from './backupFault.ts'
import { connectTo, contentOf, readThrough } from './readProgram.ts'

interface CompareBackup {
  /** The program in use, and the key of both connections. */
  programFile: string
  key: Uint8Array
  backupFile: string
  backupKey: Uint8Array
}

/** What a backup holds beside what the program holds now. */
export interface Compared {
  inBackup: { counts: RecordCounts; newestChangeAt: string | null }
  now: { counts: RecordCounts; newestChangeAt: string | null }
  changesLost: number
  changesGained: number
}

/** How many first entries both records of changes share. Entries are numbered from 1, without gaps. */
function sharedEntries(one: Database.Database, other: Database.Database): number {
  const entryOf = 'select at, accountName, action, subject, subjectId from auditEntries where id = ?'
  const [first, second] = [one.prepare(entryOf).raw(), other.prepare(entryOf).raw()]
  const isShared = (id: number) => {
    const [here, there] = [first.get(id), second.get(id)]
    return here !== undefined && JSON.stringify(here) === JSON.stringify(there)
  }
  const last = one.prepare('select max(id) from auditEntries').pluck().get() as number | null
  let [shared, beyond] = [0, (last ?? 0) + 1]
  while (beyond - shared > 1) {
    const middle = Math.floor((shared + beyond) / 2)
    if (isShared(middle)) shared = middle
    else beyond = middle
  }
  return shared
}

const changesAfter = (database: Database.Database, id: number) =>
  database.prepare('select count(*) from auditEntries where id > ?').pluck().get(id) as number

/** Opens a backup, reads it through and says how it differs from the program in use. */
export function compareBackup(order: CompareBackup): Answer<Compared> {
  return answering(() => {
    const backup = connectTo(order.backupFile, order.backupKey, { readonly: true })
    order.backupKey.fill(0)
    try {
      readThrough(backup)
      const program = connectTo(order.programFile, order.key, { readonly: true })
      order.key.fill(0)
      try {
        const shared = sharedEntries(backup, program)
        return {
          inBackup: contentOf(backup),
          now: contentOf(program),
          changesLost: changesAfter(program, shared),
          changesGained: changesAfter(backup, shared),
        }
      } finally {
        program.close()
      }
    } finally {
      backup.close()
    }
  })
}
