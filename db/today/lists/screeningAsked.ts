import { sql } from 'kysely'
import { learnerIsThere } from '../../learners/learnerIsThere.ts'
import { learnerInReach, type Work } from '../reach.ts'
import { activeLearners } from './activeLearners.ts'
import { countRows, listBody } from './listBody.ts'
import { withLearners } from './shownLearners.ts'

/** Puts the name of a track into both languages. */
const trackName = <Row extends { nameEn: string; nameEs: string }>({ nameEn, nameEs, ...row }: Row) => ({
  ...row,
  trackName: { en: nameEn, es: nameEs },
})

/** Learners who want a track that takes people, and whom no screening of it has looked at. */
const asked = (work: Work) =>
  activeLearners(work)
    .innerJoin('tracks', 'tracks.id', 'learners.interestTrackId')
    .where('tracks.status', '=', 'active')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('screeningResults')
            .innerJoin('screenings', 'screenings.id', 'screeningResults.screeningId')
            .select('screenings.id')
            .whereRef('screeningResults.learnerId', '=', 'learners.id')
            .whereRef('screenings.trackId', '=', 'tracks.id'),
        ),
      ),
    )

/** By track, the longest wait first. */
async function findAsked(work: Work) {
  const rows = await asked(work)
    .select(['learners.id as learnerId', 'tracks.id as trackId', 'tracks.nameEn', 'tracks.nameEs'])
    .orderBy('tracks.id')
    .orderBy('learners.createdAt')
    .orderBy('learners.id')
    .execute()
  return rows.map(trackName)
}

/** Places on waiting lists whose day to look again has come, the earliest day first; whoever waits need not be a learner yet. */
async function findAgain(work: Work) {
  const rows = await work.db
    .selectFrom('waitlistEntries')
    .innerJoin('learners', 'learners.id', 'waitlistEntries.learnerId')
    .innerJoin('tracks', 'tracks.id', 'waitlistEntries.trackId')
    .where(learnerIsThere())
    .where(learnerInReach(work, 'learners.id'))
    .where('waitlistEntries.removedOn', 'is', null)
    .where('waitlistEntries.lookAgainOn', '<=', work.today)
    .select(['learners.id as learnerId', 'tracks.id as trackId', 'tracks.nameEn', 'tracks.nameEs'])
    .select(['waitlistEntries.addedOn', sql<string>`"waitlistEntries"."lookAgainOn"`.as('lookAgainOn')])
    .orderBy('lookAgainOn')
    .orderBy('waitlistEntries.position')
    .orderBy('waitlistEntries.id')
    .execute()
  return rows.map(trackName)
}

export const screeningAsked = {
  ...listBody(findAsked, withLearners),
  count: (work: Work) => countRows(asked(work)),
}
export const lookAgain = listBody(findAgain, withLearners)
