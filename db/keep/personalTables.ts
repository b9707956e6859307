import type { ErasedCounts, RemainingCounts } from '../../shared/contract/keep.ts'
import type { Reader, Writer } from '../schema.ts'
import { batchesOf } from '../batches.ts'

/** Tables whose rows go with their learner, each with the name under which it is counted; in an order that deletes. */
export const personalTables = {
  learnerPhones: 'phones',
  learnerOtherIds: null,
  sectionMembers: 'classes',
  currentLevels: null,
  assessments: 'assessments',
  attendance: 'attendance',
  instructionHours: 'hours',
  evidence: 'evidence',
  waivers: 'evidence',
  contacts: 'contacts',
  screeningOpenAnswers: null,
  screeningResults: 'screenings',
  waitlistEntries: 'waitingPlaces',
  learnerHolds: null,
  acceptedFindings: null,
} as const satisfies Record<string, Exclude<keyof ErasedCounts, 'people' | 'changes'> | null>
type PersonalTable = keyof typeof personalTables

const tables = Object.keys(personalTables) as PersonalTable[]
type Counts = Omit<ErasedCounts, 'people' | 'changes'>

const noCounts = (): Counts => ({
  phones: 0,
  classes: 0,
  assessments: 0,
  attendance: 0,
  hours: 0,
  evidence: 0,
  contacts: 0,
  screenings: 0,
  waitingPlaces: 0,
})

async function countEach(
  ids: readonly number[],
  count: (table: PersonalTable, some: number[]) => Promise<number>,
): Promise<Counts> {
  const counts = noCounts()
  for (const table of tables) {
    const name = personalTables[table]
    for (const some of batchesOf(ids)) {
      const found = await count(table, some)
      if (name !== null) counts[name] += found
    }
  }
  return counts
}

/** How many entries would go with these learners. */
export const countPersonalRows = (db: Pick<Reader, 'selectFrom'>, learnerIds: readonly number[]) =>
  countEach(learnerIds, async (table, some) => {
    const { count } = await db
      .selectFrom(table)
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('learnerId', 'in', some)
      .executeTakeFirstOrThrow()
    return Number(count)
  })

/** Deletes what belongs to these learners alone, and answers how many entries that was. */
export async function deletePersonalRows(db: Writer, learnerIds: readonly number[]): Promise<Counts> {
  const counts = await countEach(learnerIds, async (table, some) => {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('learnerId', 'in', some)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
  for (const some of batchesOf(learnerIds)) {
    // The steps of a merge hold what both records said; they go with it.
    await db
      .deleteFrom('learnerMerges')
      .where((merge) => merge.or([merge('keptId', 'in', some), merge('mergedId', 'in', some)]))
      .execute()
    await db
      .deleteFrom('distinctPeople')
      .where((pair) => pair.or([pair('learnerId', 'in', some), pair('otherLearnerId', 'in', some)]))
      .execute()
  }
  return counts
}

/** How many seats, sittings and decisions of these learners stay without a name. */
export async function countRemaining(
  db: Pick<Reader, 'selectFrom'>,
  learnerIds: readonly number[],
): Promise<RemainingCounts> {
  const total = { cohorts: 0, attempts: 0, decisions: 0 }
  for (const some of batchesOf(learnerIds)) {
    const seats = await db
      .selectFrom('cohortMembers')
      .leftJoin('attempts', 'attempts.cohortMemberId', 'cohortMembers.id')
      .where('cohortMembers.learnerId', 'in', some)
      .select((row) => [
        row.fn.count<number>('cohortMembers.id').distinct().as('cohorts'),
        row.fn.count<number>('attempts.id').as('attempts'),
      ])
      .executeTakeFirstOrThrow()
    const { decisions } = await db
      .selectFrom('decisions')
      .where('learnerId', 'in', some)
      .select((row) => row.fn.countAll<number>().as('decisions'))
      .executeTakeFirstOrThrow()
    total.cohorts += Number(seats.cohorts)
    total.attempts += Number(seats.attempts)
    total.decisions += Number(decisions)
  }
  return total
}

/** How many entries of the record of changes, and of the rows that files brought, are about these learners. */
export async function countChanges(
  db: Pick<Reader, 'selectFrom'>,
  learnerIds: readonly number[],
): Promise<number> {
  let found = 0
  for (const some of batchesOf(learnerIds)) {
    for (const table of ['auditEntries', 'importRows'] as const) {
      const { count } = await db
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('learnerId', 'in', some)
        .executeTakeFirstOrThrow()
      found += Number(count)
    }
  }
  return found
}
