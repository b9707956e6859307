import { absencesThatWorry, runOfAbsences, type AttendanceMark } from '../../shared/rules/attendance.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { sql } from 'kysely'
import type { Reader } from '../schema.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { sectionInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

type Db = Pick<Reader, 'selectFrom'>

/** What is noted of learners where they sit now, in classes that are running and in sight. */
const notedNow = (db: Db, today: IsoDate, sight: Sight) =>
  db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .innerJoin('sectionMembers', (join) =>
      join
        .onRef('sectionMembers.sectionId', '=', 'meetings.sectionId')
        .onRef('sectionMembers.learnerId', '=', 'attendance.learnerId'),
    )
    .where('sections.active', '=', 1)
    .where(sectionInSight(sight, 'sections.id'))
    .where(sitsNow(today))
    .where('meetings.heldOn', '<=', today)

/** Learners who missed the newest meetings of a class in a row, the longest run first. */
export async function absencesInARow(db: Db, today: IsoDate, sight: Sight) {
  const newest = notedNow(db, today, sight)
    .select(['attendance.learnerId', 'meetings.sectionId', 'attendance.mark'])
    .select(
      sql<number>`row_number() over (
        partition by "attendance"."learnerId", "meetings"."sectionId" order by "meetings"."heldOn" desc
      )`.as('place'),
    )
  const suspects = await db
    .selectFrom(newest.as('newest'))
    .where('place', '<=', absencesThatWorry)
    .where('mark', 'not in', ['present', 'late'])
    .groupBy(['learnerId', 'sectionId'])
    .having((row) => row(row.fn.countAll(), '=', absencesThatWorry))
    .select(['learnerId', 'sectionId'])
    .execute()
  if (suspects.length === 0) return []
  const noted = await notedNow(db, today, sight)
    .where('attendance.learnerId', 'in', [...new Set(suspects.map(({ learnerId }) => learnerId))])
    .select(['attendance.learnerId', 'meetings.sectionId', 'sections.code as sectionCode'])
    .select(['meetings.heldOn as on', 'attendance.mark'])
    .execute()
  return [...Map.groupBy(noted, (row) => `${row.learnerId} ${row.sectionId}`).values()]
    .flatMap((rows) => {
      const { learnerId, sectionId, sectionCode } = rows[0]!
      const run = runOfAbsences(rows.map(({ on, mark }) => ({ on, mark: mark as AttendanceMark })))
      if (run === null || run.count < absencesThatWorry) return []
      return [{ learnerId, sectionId, sectionCode, ...run }]
    })
    .toSorted((one, other) => other.count - one.count || one.learnerId - other.learnerId)
}
