import type { AttendanceRow, SectionAttendance } from '../../shared/contract/attendance.ts'
import {
  minutesCounted,
  runOfAbsences,
  usualMinutes,
  type AttendanceMark,
} from '../../shared/rules/attendance.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight, sectionInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { roundHalfUp } from '../../shared/rules/rates.ts'

type Db = Pick<Reader, 'selectFrom'>

async function sectionOf(db: Db, sectionId: number, sight: Sight) {
  const section = await db
    .selectFrom('sections')
    .select(['id', 'code', 'name', 'meetingMinutes'])
    .where('id', '=', sectionId)
    .where(sectionInSight(sight, 'sections.id'))
    .executeTakeFirst()
  if (!section) throw outOfSight(sight, 'section')
  return section
}

/** Everything noted in the class, on all days: a run of absences may begin before those shown. */
const notedIn = (db: Db, sectionId: number) =>
  db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .select(['attendance.id', 'attendance.learnerId', 'attendance.meetingId'])
    .select(['attendance.mark', 'attendance.minutes'])
    .select(['meetings.heldOn', 'meetings.minutes as meetingMinutes'])
    .where('meetings.sectionId', '=', sectionId)
    .execute()

/** Those in sight who sat in the class on one of the days, or of whom something is noted then, by name. */
const membersBetween = (
  db: Db,
  { sectionId, from, to }: { sectionId: number; from: IsoDate; to: IsoDate },
  noted: readonly number[],
  sight: Sight,
) =>
  db
    .selectFrom('sectionMembers')
    .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
    .select(['learners.id as learnerId', 'learners.studentId', 'learners.familyName', 'learners.givenName'])
    .select(['learners.preferredName', 'sectionMembers.startDate', 'sectionMembers.endDate'])
    .where('sectionMembers.sectionId', '=', sectionId)
    .where(learnerInSight(sight, 'learners.id'))
    .where((row) =>
      row.or([
        row('sectionMembers.learnerId', 'in', noted),
        row.and([
          row.or([row('startDate', 'is', null), row('startDate', '<=', to)]),
          row.or([row('endDate', 'is', null), row('endDate', '>', from)]),
        ]),
      ]),
    )
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .execute()

/** A class's meetings from one day to another, with everyone who sat in it then; throws `notFound` for one out of sight. */
export async function sectionAttendance(
  db: Db,
  { sectionId, from, to }: { sectionId: number; from: IsoDate; to: IsoDate },
  today: IsoDate,
  sight: Sight,
): Promise<SectionAttendance> {
  const { meetingMinutes, ...section } = await sectionOf(db, sectionId, sight)
  const all = await db
    .selectFrom('meetings')
    .select(['id', 'heldOn', 'minutes'])
    .where('sectionId', '=', sectionId)
    .orderBy('heldOn')
    .execute()
  const everything = await notedIn(db, sectionId)
  const noted = Map.groupBy(everything, ({ learnerId }) => learnerId)
  const notedThen = everything.filter(({ heldOn }) => heldOn >= from && heldOn <= to)
  const notedIds = [...new Set(notedThen.map(({ learnerId }) => learnerId))]
  const members = await membersBetween(db, { sectionId, from, to }, notedIds, sight)
  const rows = members.map(({ startDate: _, endDate, ...learner }): AttendanceRow => {
    const ofLearner = noted.get(learner.learnerId) ?? []
    const shown = ofLearner.filter(({ heldOn }) => heldOn >= from && heldOn <= to)
    const counted = shown.reduce(
      (sum, one) => sum + (minutesCounted(one.mark as AttendanceMark, one.minutes, one.meetingMinutes) ?? 0),
      0,
    )
    return {
      ...learner,
      sitsNow: endDate === null || endDate > today,
      marks: shown.map(({ id, meetingId, mark, minutes }) => ({
        id,
        meetingId,
        mark: mark as AttendanceMark,
        minutes,
      })),
      hours: roundHalfUp(counted / 60, 2),
      absences: runOfAbsences(
        ofLearner.map(({ heldOn, mark }) => ({ on: heldOn, mark: mark as AttendanceMark })),
      ),
    }
  })
  return {
    section,
    usualMinutes: usualMinutes(meetingMinutes, all.at(-1)?.minutes ?? null),
    meetings: all.filter(({ heldOn }) => heldOn >= from && heldOn <= to),
    rows,
  }
}
