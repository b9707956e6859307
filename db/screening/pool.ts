import type { ScreeningPool } from '../../shared/contract/screenings.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'

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

// SQLite takes at most 32,766 parameters in one statement.
const idsAtATime = 10_000

function activeLearners(db: Readable) {
  return db
    .selectFrom('learners')
    .select([
      'learners.id',
      'familyName',
      'givenName',
      'preferredName',
      'foldedName',
      'studentId',
      'birthDate',
      'schooling',
      'equivalency',
    ])
    .orderBy('foldedName')
    .orderBy('learners.id')
}

async function chosenLearners(db: Readable, learnerIds: readonly number[]): Promise<PoolLearner[]> {
  const found: PoolLearner[] = []
  for (let start = 0; start < learnerIds.length; start += idsAtATime) {
    const ids = learnerIds.slice(start, start + idsAtATime)
    found.push(...(await activeLearners(db).where('learners.id', 'in', ids).execute()))
  }
  if (found.length < new Set(learnerIds).size) throw notFound('learner')
  return found
}

/** The learners whom a pool means on a day, by name. Learners who are not active are left out unless chosen. */
export async function poolLearners(
  db: Readable,
  pool: ScreeningPool,
  trackId: number,
  asOf: IsoDate,
): Promise<PoolLearner[]> {
  if (pool.kind === 'chosen') return chosenLearners(db, pool.learnerIds)
  const active = activeLearners(db).where('learners.status', '=', 'active')
  switch (pool.kind) {
    case 'allActive':
      return active.execute()
    case 'interested':
      return active.where('interestTrackId', '=', trackId).execute()
    case 'section':
      return active
        .where('learners.id', 'in', (where) =>
          where
            .selectFrom('sectionMembers')
            .select('sectionMembers.learnerId')
            .where('sectionMembers.sectionId', '=', pool.sectionId)
            .where((member) =>
              member.or([
                member('sectionMembers.endDate', 'is', null),
                member('sectionMembers.endDate', '>=', asOf),
              ]),
            ),
        )
        .execute()
    case 'waitlist':
      return active
        .where('learners.id', 'in', (where) =>
          where
            .selectFrom('waitlistEntries')
            .select('waitlistEntries.learnerId')
            .where('waitlistEntries.trackId', '=', trackId)
            .where('waitlistEntries.removedOn', 'is', null),
        )
        .execute()
    case 'level':
      return active
        .where('learners.id', 'in', (where) =>
          where
            .selectFrom('currentLevels')
            .select('currentLevels.learnerId')
            .where('skillArea', '=', pool.area)
            .where('level', '>=', pool.from)
            .where('level', '<=', pool.to),
        )
        .execute()
  }
}
