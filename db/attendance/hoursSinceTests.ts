import { hoursSinceTest, type HoursSum } from '../../shared/rules/hours.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { hoursOfMark } from './attendedHours.ts'

type Db = Pick<Reader, 'selectFrom'>

const placeOf = (learnerId: number, skillArea: string) => `${learnerId} ${skillArea}`

/** The newest tests of active learners in sight, one for each area. */
const newestTests = (db: Db, sight: Sight) =>
  db
    .selectFrom('currentLevels')
    .innerJoin('learners', 'learners.id', 'currentLevels.learnerId')
    .where('learners.status', '=', 'active')
    .where(learnerInSight(sight, 'learners.id'))

/**
 * Hours of instruction of active learners since the newest usable test of each area, until a day. Meetings are added
 * up in the file, because there are many; totals are few and may have to be divided (`hoursSinceTest`).
 */
export async function hoursSinceTests(
  db: Db,
  today: IsoDate,
  sight: Sight,
): Promise<(learnerId: number, skillArea: string) => HoursSum> {
  const meetings = await newestTests(db, sight)
    .innerJoin('attendance', 'attendance.learnerId', 'currentLevels.learnerId')
    .innerJoin('meetings', (join) =>
      join
        .onRef('meetings.id', '=', 'attendance.meetingId')
        .onRef('meetings.heldOn', '>', 'currentLevels.testedOn')
        .on('meetings.heldOn', '<=', today),
    )
    .groupBy(['currentLevels.learnerId', 'currentLevels.skillArea'])
    .select(['currentLevels.learnerId', 'currentLevels.skillArea'])
    .select((row) => row.fn.sum<number>(hoursOfMark).as('hours'))
    .execute()
  const totals = await newestTests(db, sight)
    .innerJoin('instructionHours', (join) =>
      join
        .onRef('instructionHours.learnerId', '=', 'currentLevels.learnerId')
        .onRef('instructionHours.periodTo', '>', 'currentLevels.testedOn'),
    )
    .select(['currentLevels.learnerId', 'currentLevels.skillArea', 'currentLevels.testedOn'])
    .select(['instructionHours.periodFrom as from', 'instructionHours.periodTo as to'])
    .select('instructionHours.hours')
    .execute()
  const ofMeetings = new Map(meetings.map((row) => [placeOf(row.learnerId, row.skillArea), row.hours]))
  const ofTotals = Map.groupBy(totals, (row) => placeOf(row.learnerId, row.skillArea))
  return (learnerId, skillArea) => {
    const place = placeOf(learnerId, skillArea)
    const some = ofTotals.get(place)
    const inTotals = some
      ? hoursSinceTest(some, some[0]!.testedOn, today, false)
      : { hours: 0, isEstimate: false }
    const hours = Math.round((inTotals.hours + (ofMeetings.get(place) ?? 0)) * 100) / 100
    return { hours, isEstimate: inTotals.isEstimate }
  }
}
