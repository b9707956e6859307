import type { PersonFact } from '../../shared/rules/duplicateReasons.ts'
import { indexForDuplicates, type DuplicateIndex } from '../../shared/rules/duplicates.ts'
import { newestEntry } from '../audit/newestEntry.ts'
import type { ReportProgress } from '../calls/call.ts'
import { SharedWork } from '../calls/sharedWork.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import type { Reader } from '../schema.ts'
import { personFacts } from './personFacts.ts'

/** Everybody who is there, to be found by likeness. */
export interface Everybody {
  readonly people: readonly PersonFact[]
  readonly index: DuplicateIndex
}

/** Use cases that change who is there and by what they are known. */
const changesPeople = ['learners.%', 'imports.%', 'merges.%', 'keep.%'] as const

interface Known {
  /** The newest entry in the record of changes that was there before the people were read. */
  upTo: number
  everybody: SharedWork<Everybody>
}

// Gone with the connection to the file: nothing is known of anybody once the program is locked.
const known = new WeakMap<Reader, Known>()

async function readEverybody(db: Reader, report: ReportProgress): Promise<Everybody> {
  const { count } = await db
    .selectFrom('learners')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where(learnerIsThere())
    .executeTakeFirstOrThrow()
  const people: PersonFact[] = []
  const index = indexForDuplicates([])
  for await (const some of personFacts(db)) {
    for (const person of some) index.add(person)
    people.push(...some)
    await report('readingPeople', people.length, Number(count))
  }
  return { people, index }
}

async function peopleChangedAfter(db: Reader, entryId: number): Promise<boolean> {
  const change = await db
    .selectFrom('auditEntries')
    .select('id')
    .where('id', '>', entryId)
    .where((entry) => entry.or(changesPeople.map((pattern) => entry('action', 'like', pattern))))
    .limit(1)
    .executeTakeFirst()
  return change !== undefined
}

/**
 * Everybody on record, read once and again only after a change to somebody's record: the record of changes
 * knows of each. The same answer is the same object, so that what follows from it can be kept beside it.
 */
export async function everybodyOnRecord(db: Reader, progress?: ReportProgress): Promise<Everybody> {
  const upTo = await newestEntry(db)
  const before = known.get(db)
  const isStanding =
    before &&
    !before.everybody.hasFailed &&
    (before.upTo === upTo || !(await peopleChangedAfter(db, before.upTo)))
  if (isStanding) {
    before.upTo = Math.max(before.upTo, upTo)
    return before.everybody.result(progress)
  }
  const everybody = new SharedWork((report) => readEverybody(db, report))
  known.set(db, { upTo, everybody })
  return everybody.result(progress)
}
