import { isThere, type AttendanceMark } from '../../shared/rules/attendance.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'

/** The newest meeting of the class, if the learner missed it; null if not, or with nothing noted. */
export async function newestAbsence(
  db: Pick<Reader, 'selectFrom'>,
  learnerId: number,
  sectionId: number,
  today: IsoDate,
): Promise<IsoDate | null> {
  const newest = await db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .select(['meetings.heldOn', 'attendance.mark'])
    .where('attendance.learnerId', '=', learnerId)
    .where('meetings.sectionId', '=', sectionId)
    .where('meetings.heldOn', '<=', today)
    .orderBy('meetings.heldOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest && !isThere(newest.mark as AttendanceMark) ? newest.heldOn : null
}
