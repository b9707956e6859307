import type { CohortSummary } from '../../shared/contract/cohortValues.ts'
import { learnerFilters } from '../../shared/contract/learners.ts'
import type { CohortOfToday, Overview } from '../../shared/contract/today.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { countLearners } from '../learners/listLearners.ts'
import { summaryOf } from '../cohorts/cohortCounts.ts'
import { readCohorts, type CohortRecord } from '../cohorts/cohortRecords.ts'
import { readMembers } from '../cohorts/memberRecords.ts'
import type { Reader } from '../schema.ts'
import { cohortInSight, learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

function cohortOfToday(summary: CohortSummary): CohortOfToday {
  const { id, code, trackName, site, startDate, endDate, completion, seatsLeft } = summary
  const { stillIn, enrolled } = completion
  return { cohortId: id, code, trackName, site, startDate, endDate, stillIn, enrolled, seatsLeft }
}

/** The active learners, and of them those without a test that counts: the same numbers as in the list of learners. */
async function learnersOf(db: Reader, today: IsoDate, sight: Sight): Promise<Overview['learners']> {
  const active = learnerFilters.parse({ status: ['active'] })
  return {
    active: await countLearners(db, active, today, sight),
    neverTested: await countLearners(db, { ...active, tested: false }, today, sight),
  }
}

async function waitlists(db: Reader, today: IsoDate, sight: Sight): Promise<Overview['waitlists']> {
  const rows = await db
    .selectFrom('waitlistEntries')
    .innerJoin('tracks', 'tracks.id', 'waitlistEntries.trackId')
    .select(['tracks.id', 'tracks.nameEn', 'tracks.nameEs', 'waitlistEntries.lookAgainOn'])
    .where('waitlistEntries.removedOn', 'is', null)
    .where(learnerInSight(sight, 'waitlistEntries.learnerId'))
    .orderBy('tracks.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((entries) => ({
    trackId: entries[0]!.id,
    trackName: { en: entries[0]!.nameEn, es: entries[0]!.nameEs },
    waiting: entries.length,
    lookAgain: entries.filter(({ lookAgainOn }) => lookAgainOn !== null && lookAgainOn <= today).length,
  }))
}

/** How the program stands today, as far as the caller sees: what waits for somebody is in the work lists. */
export async function overview(db: Reader, today: IsoDate, sight: Sight): Promise<Overview> {
  const ids = await db
    .selectFrom('cohorts')
    .select('cohorts.id')
    .where('cohorts.endDate', '>=', today)
    .where(cohortInSight(sight, 'cohorts.id'))
    .orderBy('startDate')
    .orderBy('code')
    .execute()
  const cohorts = await readCohorts(
    db,
    ids.map(({ id }) => id),
    sight,
  )
  const members = await readMembers(
    db,
    cohorts.map(({ id }) => id),
    sight,
  )
  const membersOf = (cohort: CohortRecord) => members.get(cohort.id) ?? []
  const summaries = cohorts.map((cohort) => summaryOf(cohort, membersOf(cohort), today, sight))
  const where = (test: (summary: CohortSummary) => boolean) => summaries.filter(test).map(cohortOfToday)
  return {
    learners: await learnersOf(db, today, sight),
    running: where(({ startDate }) => startDate <= today),
    upcoming: where(({ startDate }) => startDate > today),
    waitlists: await waitlists(db, today, sight),
  }
}
