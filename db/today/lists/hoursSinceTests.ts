import { hoursSinceTest, type HoursSum } from '../../../shared/rules/hours.ts'
import { hoursOfMark } from '../../attendance/attendedHours.ts'
import type { Work } from '../reach.ts'
import { activeLearners } from './activeLearners.ts'
import { roundHalfUp } from '../../../shared/rules/rates.ts'

const placeOf = (learnerId: number, skillArea: string) => `${learnerId} ${skillArea}`

/**
 * Active learners who can have so many hours since the newest test of some area: those with that many meeting hours
 * since the oldest of their newest tests, or with any total. Most learners need no closer look, and adding up
 * once for each learner takes half as long as once for each area.
 */
export async function learnersWithHours(work: Work, hours: number): Promise<number[]> {
  const since = work.db
    .selectFrom('currentLevels')
    .groupBy('currentLevels.learnerId')
    .select('currentLevels.learnerId')
    .select((row) => row.fn.min('currentLevels.testedOn').as('testedOn'))
  const tested = activeLearners(work).innerJoin(since.as('since'), 'since.learnerId', 'learners.id')
  if (hours <= 0) return (await tested.select('learners.id').execute()).map(({ id }) => id)
  const inMeetings = await tested
    .innerJoin('attendance', 'attendance.learnerId', 'since.learnerId')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .whereRef('meetings.heldOn', '>', 'since.testedOn')
    .where('meetings.heldOn', '<=', work.today)
    .groupBy('learners.id')
    .having((row) => row(row.fn.sum<number>(hoursOfMark), '>=', hours))
    .select('learners.id')
    .execute()
  const inTotals = await tested
    .innerJoin('instructionHours', 'instructionHours.learnerId', 'since.learnerId')
    .whereRef('instructionHours.periodTo', '>', 'since.testedOn')
    .select('learners.id')
    .distinct()
    .execute()
  return [...new Set([...inMeetings, ...inTotals].map(({ id }) => id))]
}

/**
 * Hours of instruction of some learners since the newest usable test of each area, until today. Meetings are added
 * up in the file, because there are many; totals are few and may have to be divided (`hoursSinceTest`).
 */
export async function hoursSinceTests(
  { db, today }: Work,
  learnerIds: readonly number[],
): Promise<(learnerId: number, skillArea: string) => HoursSum> {
  const meetings = await db
    .selectFrom('currentLevels')
    .innerJoin('attendance', 'attendance.learnerId', 'currentLevels.learnerId')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .where('currentLevels.learnerId', 'in', learnerIds)
    .whereRef('meetings.heldOn', '>', 'currentLevels.testedOn')
    .where('meetings.heldOn', '<=', today)
    .groupBy(['currentLevels.learnerId', 'currentLevels.skillArea'])
    .select(['currentLevels.learnerId', 'currentLevels.skillArea'])
    .select((row) => row.fn.sum<number>(hoursOfMark).as('hours'))
    .execute()
  const totals = await db
    .selectFrom('currentLevels')
    .innerJoin('instructionHours', 'instructionHours.learnerId', 'currentLevels.learnerId')
    .where('currentLevels.learnerId', 'in', learnerIds)
    .whereRef('instructionHours.periodTo', '>', 'currentLevels.testedOn')
    .select(['currentLevels.learnerId', 'currentLevels.skillArea', 'currentLevels.testedOn'])
    .select(['instructionHours.periodFrom as from', 'instructionHours.periodTo as to'])
    .select('instructionHours.hours')
    .execute()
  const ofMeetings = new Map(meetings.map((row) => [placeOf(row.learnerId, row.skillArea), row.hours]))
  const ofTotals = Map.groupBy(totals, (row) => placeOf(row.learnerId, row.skillArea))
  return (learnerId, skillArea) => {
    const place = placeOf(learnerId, skillArea)
    const hours = ofMeetings.get(place) ?? 0
    const some = ofTotals.get(place)
    if (!some) return { hours: roundHalfUp(hours, 2), isEstimate: false }
    // The meetings are all after the test: as if they had been on one day.
    return hoursSinceTest([...some, { from: today, to: today, hours }], some[0]!.testedOn, today, false)
  }
}
