import { absencesThatWorry, runOfAbsences, type AttendanceMark } from '../../../shared/rules/attendance.ts'
import { sql } from 'kysely'
import { batchesOf, foundInBatches } from '../../batches.ts'
import { sitsNow } from '../../sections/sitsNow.ts'
import { sectionInReach, type Work } from '../reach.ts'
import { activeLearners } from './activeLearners.ts'
import { contactsNoted } from './contactsNoted.ts'
import { listBody } from './listBody.ts'
import { withLearners } from './shownLearners.ts'

/** Meetings up to today of the classes that are running, numbered from the newest back. */
const numberedMeetings = (work: Work) =>
  work.db
    .selectFrom('meetings')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .where('sections.active', '=', 1)
    .where(sectionInReach(work, 'sections.id'))
    .where('meetings.heldOn', '<=', work.today)
    .select(['meetings.id', 'meetings.sectionId'])
    .select(
      sql<number>`row_number() over (partition by "meetings"."sectionId" order by "meetings"."heldOn" desc)`.as(
        'place',
      ),
    )

/**
 * Seats whose learners were at none of the newest meetings of the class. Whoever missed enough in a row is among
 * them; whose run is long enough, their own marks say, because a meeting without a mark is passed over.
 */
async function suspects(work: Work) {
  const newest = await work.db
    .selectFrom(numberedMeetings(work).as('numbered'))
    .select(['id', 'sectionId'])
    .where('place', '<=', absencesThatWorry)
    .execute()
  const there = new Set<string>()
  for (const some of batchesOf(newest.map(({ id }) => id))) {
    const marks = await work.db
      .selectFrom('attendance')
      .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
      .where('attendance.meetingId', 'in', some)
      .where('attendance.mark', 'in', ['present', 'late'])
      .select(['attendance.learnerId', 'meetings.sectionId'])
      .distinct()
      .execute()
    for (const { learnerId, sectionId } of marks) there.add(`${learnerId} ${sectionId}`)
  }
  const seats = await activeLearners(work)
    .innerJoin('sectionMembers', 'sectionMembers.learnerId', 'learners.id')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .where('sections.active', '=', 1)
    .where(sectionInReach(work, 'sections.id'))
    .where(sitsNow(work.today))
    .select(['sectionMembers.learnerId', 'sectionMembers.sectionId', 'sections.code as sectionCode'])
    .distinct()
    .execute()
  return seats.filter(({ learnerId, sectionId }) => !there.has(`${learnerId} ${sectionId}`))
}

/** What is noted of these learners in all classes, by learner and class. */
async function marksOf({ db, today }: Work, learnerIds: readonly number[]) {
  const marks = await foundInBatches([...new Set(learnerIds)], (some) =>
    db
      .selectFrom('attendance')
      .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
      .where('attendance.learnerId', 'in', some)
      .where('meetings.heldOn', '<=', today)
      .select(['attendance.learnerId', 'attendance.mark', 'meetings.sectionId', 'meetings.heldOn'])
      .execute(),
  )
  return Map.groupBy(marks, ({ learnerId, sectionId }) => `${learnerId} ${sectionId}`)
}

/** Learners who missed the newest meetings of a class, and whom nobody contacted since, the longest run first. */
async function find(work: Work) {
  const seats = await suspects(work)
  const marks = await marksOf(
    work,
    seats.map(({ learnerId }) => learnerId),
  )
  const contact = await contactsNoted(work.db, 'absence')
  return seats
    .flatMap((seat) => {
      const noted = marks.get(`${seat.learnerId} ${seat.sectionId}`) ?? []
      const run = runOfAbsences(
        noted.map(({ heldOn, mark }) => ({ on: heldOn, mark: mark as AttendanceMark })),
      )
      if (run === null || run.count < absencesThatWorry) return []
      const newest = noted.reduce((last, { heldOn }) => (heldOn > last ? heldOn : last), run.since)
      const last = contact(seat.learnerId, seat.sectionId)
      if (last !== null && last.aboutOn >= newest) return []
      return [{ ...seat, ...run, newest, lastContact: last?.shown ?? null }]
    })
    .sort(
      (one, other) =>
        other.count - one.count || one.learnerId - other.learnerId || one.sectionId - other.sectionId,
    )
}

export const absences = listBody(find, withLearners)
