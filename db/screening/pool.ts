import { learnerFilters, type LearnerFilters } from '../../shared/contract/learners.ts'
import type { ScreeningPool } from '../../shared/contract/screenings.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { notFound } from '../failure.ts'
import { matchingLearners } from '../learners/matchingLearners.ts'
import type { Reader } from '../schema.ts'
import { seesEverything } from '../sight/sight.ts'
import { waitingEntries } from '../waitlist/line.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import { foundInBatches } from '../batches.ts'

export interface PoolLearner {
  id: number
  familyName: string
  givenName: string
  preferredName: string | null
  foldedName: string
  studentId: string | null
  birthDate: string | null
  schooling: string | null
  equivalency: string | null
}

type Readable = Pick<Reader, 'selectFrom'>

const columns = [
  'learners.id',
  'learners.familyName',
  'learners.givenName',
  'learners.preferredName',
  'learners.foldedName',
  'learners.studentId',
  'learners.birthDate',
  'learners.schooling',
  'learners.equivalency',
] as const

async function chosenLearners(db: Readable, learnerIds: readonly number[]): Promise<PoolLearner[]> {
  const found: PoolLearner[] = await foundInBatches(learnerIds, (some) =>
    db.selectFrom('learners').select(columns).where('id', 'in', some).where(learnerIsThere()).execute(),
  )
  if (found.length < new Set(learnerIds).size) throw notFound('learner')
  return found.sort((a, b) =>
    a.foldedName < b.foldedName ? -1 : a.foldedName > b.foldedName ? 1 : a.id - b.id,
  )
}

const everyone = learnerFilters.parse({ status: ['active'] })

/** What the filters of the learner list say for a pool; waiting is no filter of that list. */
function filtersOf(pool: Exclude<ScreeningPool, { kind: 'chosen' }>, trackId: number): LearnerFilters {
  switch (pool.kind) {
    case 'filter':
      return pool.filters
    case 'section':
      return { ...everyone, sectionId: pool.sectionId }
    case 'interested':
      return { ...everyone, interestTrackId: trackId }
    case 'allActive':
    case 'waitlist':
      return everyone
  }
}

/**
 * The learners whom a pool means on a day, by name. People who are not active are left out unless they
 * are chosen one by one or by their status.
 */
export async function poolLearners(
  db: Readable,
  pool: ScreeningPool,
  trackId: number,
  asOf: IsoDate,
): Promise<PoolLearner[]> {
  if (pool.kind === 'chosen') return chosenLearners(db, pool.learnerIds)
  // Nobody who sees only some of the learners may screen.
  const matching = matchingLearners(db, filtersOf(pool, trackId), asOf, seesEverything)
  const meant =
    pool.kind === 'waitlist'
      ? matching.where('learners.id', 'in', waitingEntries(db, trackId).select('waitlistEntries.learnerId'))
      : matching
  return meant.select(columns).orderBy('learners.foldedName').orderBy('learners.id').execute()
}
