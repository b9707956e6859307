import { newestEntry } from '../audit/newestEntry.ts'
import type { Reader } from '../schema.ts'
import type { ReportProgress } from './call.ts'
import { SharedWork } from './sharedWork.ts'

/** A screen asks for a few of them, and then for what they are made of. */
const mostKept = 6

interface Kept {
  /** The newest entry in the record of changes that was there before the answers were worked out. */
  upTo: number
  /** What they are about as text, asked for longest ago in front. */
  readonly answers: Map<string, SharedWork<unknown>>
}

// Gone with the connection to the file: nothing is known of anybody once the program is locked.
const kept = new WeakMap<Reader, Kept>()

/**
 * What was worked out of the records of everybody, kept until anything at all is written: the number on screen, what
 * it is made of and the list behind it are worked out once. For queries: within a command the record of changes
 * does not know yet what it has written.
 * @param about names the answer, with everything that it depends on besides the records
 */
export async function keptUntilChange<Result>(
  db: Reader,
  about: readonly (string | number | null)[],
  workOut: (report: ReportProgress) => Promise<Result>,
  progress?: ReportProgress,
): Promise<Result> {
  const upTo = await newestEntry(db)
  let known = kept.get(db)
  if (known?.upTo !== upTo) {
    known = { upTo, answers: new Map() }
    kept.set(db, known)
  }
  const key = JSON.stringify(about)
  // Whoever asks under the same words asks with the same work.
  const before = known.answers.get(key) as SharedWork<Result> | undefined
  const work = before && !before.hasFailed ? before : new SharedWork(workOut)
  known.answers.delete(key)
  known.answers.set(key, work)
  const [oldest] = known.answers.keys()
  if (known.answers.size > mostKept) known.answers.delete(oldest!)
  return work.result(progress)
}
