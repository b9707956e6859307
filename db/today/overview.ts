import type { CohortSummary } from '../../shared/contract/cohortValues.ts'
import type { CohortOfToday, Overview } from '../../shared/contract/today.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { summaryOf } from '../cohorts/cohortCounts.ts'
import { readCohorts, type CohortRecord } from '../cohorts/cohortRecords.ts'
import { readMembers } from '../cohorts/memberRecords.ts'
import type { Reader } from '../schema.ts'
import { cohortInSight, learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

function cohortOfToday(summary: CohortSummary): CohortOfToday {
  const { id, code, trackName, site, startDate, endDate, completion, seatsLeft } = summary
  const { stillIn, enrolled } = completion
  return { cohortId: id, code, trackName, site, startDate, endDate, stillIn, enrolled, seatsLeft }
}

async function countLearners(db: Reader, sight: Sight): Promise<Overview['learners']> {
  const { count } = db.fn
  const active = db
    .selectFrom('learners')
    .where('status', '=', 'active')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
  const all = await active.select(count<number>('id').as('number')).executeTakeFirstOrThrow()
  const untested = await active
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('assessments')
            .select('assessments.id')
            .whereRef('assessments.learnerId', '=', 'learners.id'),
        ),
      ),
    )
    .select(count<number>('id').as('number'))
    .executeTakeFirstOrThrow()
  return { active: all.number, neverTested: untested.number }
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
    learners: await countLearners(db, sight),
    running: where(({ startDate }) => startDate <= today),
    upcoming: where(({ startDate }) => startDate > today),
    waitlists: await waitlists(db, today, sight),
  }
}
