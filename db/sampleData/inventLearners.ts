import { addDays, type IsoDate } from '../../shared/values/dates.ts'
import { nameSearchKey } from '../../shared/values/names.ts'
import { equivalencyStates, schoolingLevels, type Language } from '../../shared/values/vocabulary.ts'
import type { Writer } from '../schema.ts'
import { insertMany } from './insertMany.ts'
import { communities } from './names.ts'
import type { Chance } from './random.ts'

/** How many of everything. */
export interface SampleSize {
  learners: number
  /** Sittings of a reading and a listening test for each learner, at most. */
  sittings: number
  cohorts: number
  /** Classes of each term. */
  classes: number
  /** Meetings of each class, at most. */
  meetings: number
  /** A term that runs, or the two terms of the program year before, both over. */
  terms: 'running' | 'yearBefore'
}

export interface Invented {
  chance: Chance
  today: IsoDate
  now: string
  accountId: number
  /** The language of what is written by hand, such as the lessons of a cohort. */
  language: Language
  size: SampleSize
  trackIds: readonly number[]
}

function communityOf(chance: Chance) {
  let place = chance.between(0, communities.reduce((sum, { share }) => sum + share, 0) - 1)
  return communities.find(({ share }) => (place -= share) < 0)!
}

function inventLearner(index: number, { chance, today, now, trackIds }: Invented) {
  const community = communityOf(chance)
  const familyName = chance.pick(community.family)
  const givenName = chance.pick(community.given)
  return {
    studentId: String(2_000_000 + index * 7),
    familyName,
    givenName,
    preferredName: null,
    foldedName: nameSearchKey({ familyName, givenName, preferredName: null }),
    birthDate: addDays(today, -chance.between(17 * 365, 62 * 365)),
    firstLanguage: community.firstLanguage,
    schooling: chance.pick(schoolingLevels),
    equivalency: chance.pick(equivalencyStates),
    interestTrackId: chance.happens(0.7) && trackIds.length > 0 ? chance.pick(trackIds) : null,
    status: chance.happens(0.92) ? 'active' : 'paused',
    createdAt: now,
    updatedAt: now,
  }
}

/** Invents learners with a phone each. Gives their ids. */
export async function inventLearners(db: Writer, invented: Invented): Promise<number[]> {
  const { chance, size } = invented
  const learners = Array.from({ length: size.learners }, (_, index) => inventLearner(index, invented))
  const ids = await insertMany(db, 'learners', learners)
  await insertMany(
    db,
    'learnerPhones',
    ids.map((learnerId) => {
      const local = String(chance.between(0, 9999)).padStart(4, '0')
      return { learnerId, position: 0, number: `704-555-${local}`, digits: `704555${local}` }
    }),
  )
  return ids
}
