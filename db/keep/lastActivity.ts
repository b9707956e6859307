import { sql } from 'kysely'
import { newestOldEnough, type RecordAge } from '../../shared/rules/retention.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

type Db = Pick<Reader, 'selectFrom'>

/**
 * Every day on which something happened with a learner: tests that count, class meetings, hours, evidence, contacts, waivers,
 * sitting in a class (today, while it runs without an end), waiting for a track and the day to look again, decisions,
 * the start and end in a cohort, exam sittings. A screening of the whole pool is nothing that happened with one
 * person, and a corrected spelling is no activity.
 */
function activityDays(db: Db, today: IsoDate) {
  const openSeats = () =>
    db
      .selectFrom('sectionMembers')
      .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
      .where('sectionMembers.endDate', 'is', null)
  const cohortSeats = () =>
    db.selectFrom('cohortMembers').innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
  const sittings = () =>
    db.selectFrom('attempts').innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
  return db
    .selectFrom('assessments')
    .select(['learnerId', 'testedOn as day'])
    .where('voidedAt', 'is', null)
    .unionAll(db.selectFrom('instructionHours').select(['learnerId', 'periodTo as day']))
    .unionAll(
      db
        .selectFrom('attendance')
        .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
        .select(['attendance.learnerId', 'meetings.heldOn as day']),
    )
    .unionAll(db.selectFrom('evidence').select(['learnerId', 'onDate as day']))
    .unionAll(db.selectFrom('contacts').select(['learnerId', 'contactedOn as day']))
    .unionAll(db.selectFrom('waivers').select(['learnerId', 'grantedOn as day']))
    .unionAll(db.selectFrom('sectionMembers').select(['learnerId', sql<string>`"startDate"`.as('day')]))
    .unionAll(db.selectFrom('sectionMembers').select(['learnerId', sql<string>`"endDate"`.as('day')]))
    .unionAll(
      openSeats()
        .where('sections.endDate', 'is not', null)
        .select(['sectionMembers.learnerId', sql<string>`"sections"."endDate"`.as('day')]),
    )
    .unionAll(
      openSeats()
        .where('sections.endDate', 'is', null)
        .where('sections.active', '=', 1)
        .select(['sectionMembers.learnerId', sql<string>`${today}`.as('day')]),
    )
    .unionAll(db.selectFrom('waitlistEntries').select(['learnerId', 'addedOn as day']))
    .unionAll(db.selectFrom('waitlistEntries').select(['learnerId', sql<string>`"removedOn"`.as('day')]))
    .unionAll(db.selectFrom('waitlistEntries').select(['learnerId', sql<string>`"lookAgainOn"`.as('day')]))
    .unionAll(
      // Decisions of a screening that looked at two records of one person stay with the merged one.
      db
        .selectFrom('decisions')
        .innerJoin('learners as decided', 'decided.id', 'decisions.learnerId')
        .select((row) => row.fn.coalesce('decided.mergedIntoId', 'decisions.learnerId').as('learnerId'))
        .select(sql<string>`substr("decidedAt", 1, 10)`.as('day')),
    )
    .unionAll(db.selectFrom('cohortMembers').select(['learnerId', sql<string>`"startedOn"`.as('day')]))
    .unionAll(db.selectFrom('cohortMembers').select(['learnerId', sql<string>`"outcomeOn"`.as('day')]))
    .unionAll(cohortSeats().select(['cohortMembers.learnerId', 'cohorts.endDate as day']))
    .unionAll(sittings().select(['cohortMembers.learnerId', 'attempts.takenOn as day']))
    .unionAll(sittings().select(['cohortMembers.learnerId', sql<string>`"attempts"."resultOn"`.as('day')]))
}

export type AgedLearner = RecordAge & { learnerId: number }

/**
 * The age of records, oldest first.
 * People who were erased have none, and neither has a record that was merged into another.
 */
function recordAges(db: Db, today: IsoDate, only: readonly number[] | null = null) {
  const days = db.selectFrom(activityDays(db, today).as('days'))
  // Named here too, so that nobody else's days are read.
  const some = only === null ? days : days.where('days.learnerId', 'in', only)
  return db
    .selectFrom('learners')
    .leftJoin(
      some
        .groupBy('days.learnerId')
        .select((row) => ['days.learnerId', row.fn.max('days.day').as('lastDay')])
        .as('activity'),
      'activity.learnerId',
      'learners.id',
    )
    .where(learnerIsThere())
    .select((row) => [
      'learners.id as learnerId',
      lastDay.as('lastActivityOn'),
      row
        .exists(
          row
            .selectFrom('learnerHolds')
            .select('learnerHolds.id')
            .whereRef('learnerHolds.learnerId', '=', 'learners.id')
            .where('learnerHolds.liftedOn', 'is', null),
        )
        .as('isHeld'),
      row
        .exists(
          row
            .selectFrom('cohortMembers')
            .select('cohortMembers.id')
            .whereRef('cohortMembers.learnerId', '=', 'learners.id')
            .where('cohortMembers.outcome', '=', 'stillIn'),
        )
        .as('isUnfinished'),
    ])
    .orderBy('lastActivityOn')
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
}

/** With nothing on record the day counts on which the person was added: under the newest of their records. */
const lastDay = sql<IsoDate>`coalesce("activity"."lastDay", (
  select max(substr("records"."createdAt", 1, 10)) from "learners" as "records"
  where "records"."id" = "learners"."id" or "records"."mergedIntoId" = "learners"."id"))`

const aged = (row: {
  learnerId: number
  lastActivityOn: IsoDate
  isHeld: unknown
  isUnfinished: unknown
}) => ({
  ...row,
  isHeld: Boolean(row.isHeld),
  isUnfinished: Boolean(row.isUnfinished),
})

/** Records that are old enough to go, oldest first; none where everything is kept. */
export async function oldRecords(db: Db, years: number | null, today: IsoDate): Promise<AgedLearner[]> {
  if (years === null) return []
  const rows = await recordAges(db, today).where(lastDay, '<=', newestOldEnough(today, years)).execute()
  return rows.map(aged)
}

/** The age of some records, oldest first; one who is not there is left out. */
export async function agesOf(db: Db, learnerIds: readonly number[], today: IsoDate): Promise<AgedLearner[]> {
  if (learnerIds.length === 0) return []
  const rows = await recordAges(db, today, learnerIds)
    .where('learners.id', 'in', [...learnerIds])
    .execute()
  return rows.map(aged)
}
