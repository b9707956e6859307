import type { ScreeningPool } from '../../shared/contract/screenings.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Writer } from '../schema.ts'
import { batchesOf } from '../batches.ts'

/** What stands in the place of a person who was erased. */
export interface Blank {
  /** "Erased person" in the language of the program. */
  name: string
  now: string
}

async function blankLearners(db: Writer, learnerIds: readonly number[], { name, now }: Blank): Promise<void> {
  await db
    .updateTable('learners')
    .set({
      familyName: name,
      foldedName: foldForSearch(name),
      givenName: '',
      status: 'left',
      studentId: null,
      preferredName: null,
      birthDate: null,
      email: null,
      firstLanguage: null,
      schooling: null,
      schoolingCountry: null,
      equivalency: null,
      interestTrackId: null,
      interestNote: null,
      workSchedule: null,
      referralSource: null,
      notes: null,
      updatedAt: now,
      erasedAt: now,
    })
    .where('id', 'in', [...learnerIds])
    .execute()
}

/** Seats, sittings and decisions keep what is counted and lose what people wrote about the person. */
async function blankWords(db: Writer, learnerIds: readonly number[]): Promise<void> {
  const ids = [...learnerIds]
  await db.updateTable('cohortMembers').set({ reasonNote: null }).where('learnerId', 'in', ids).execute()
  await db.updateTable('decisions').set({ reason: null }).where('learnerId', 'in', ids).execute()
  await db
    .updateTable('attempts')
    .set({ note: null, overrideReason: null })
    .where('cohortMemberId', 'in', (seat) =>
      seat.selectFrom('cohortMembers').select('id').where('learnerId', 'in', ids),
    )
    .execute()
}

/** A search that chose the pool of a past screening may have been for this person's name. */
async function blankPools(db: Writer, isNaming: (text: string) => boolean): Promise<void> {
  const screenings = await db
    .selectFrom('screenings')
    .select(['id', 'pool'])
    .where('pool', 'like', '%"filter"%')
    .execute()
  for (const { id, pool: stored } of screenings) {
    const pool = JSON.parse(stored) as ScreeningPool
    if (pool.kind !== 'filter' || !isNaming(pool.filters.text)) continue
    const blank: ScreeningPool = { ...pool, filters: { ...pool.filters, text: '' } }
    await db
      .updateTable('screenings')
      .set({ pool: JSON.stringify(blank) })
      .where('id', '=', id)
      .execute()
  }
}

/** Takes the person out of the rows that stay, because cohorts and rates count them. */
export async function blankRecords(
  db: Writer,
  learnerIds: readonly number[],
  blank: Blank,
  isNaming: (text: string) => boolean,
): Promise<void> {
  for (const some of batchesOf(learnerIds)) {
    await blankWords(db, some)
    await blankLearners(db, some, blank)
  }
  await blankPools(db, isNaming)
}
