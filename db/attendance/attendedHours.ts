import { sql } from 'kysely'
import type { Reader } from '../schema.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Hours in a class without a component of a course count as instruction in English. */
export const generalComponent = 'english'

/** The hours of one mark, of tables `attendance` and `meetings`. Whole numbers divided would lose the half hours. */
export const hoursOfMark = sql<number>`case
  when "attendance"."mark" in ('present', 'late')
  then cast(coalesce("attendance"."minutes", "meetings"."minutes") as real) / 60
  else 0 end`

const hoursOfMeeting = sql<number | null>`cast("meetings"."minutes" as real) / 60`

/**
 * Every hour on record in one shape, from class meetings and from totals over a period: what hours, gains,
 * participation and screening count. An absence is a row of no hours, because it was offered. `recordId` is the number of
 * the mark, or of the total.
 */
export const attendedHours = (db: Db) => {
  const totals = db
    .selectFrom('instructionHours')
    .select(['learnerId', 'sectionId', 'cohortId', 'component', 'periodFrom', 'periodTo'])
    .select(['hours', 'possibleHours', 'instructionHours.id as recordId'])
    .select((row) => row.lit(0).$castTo<number>().as('isMeeting'))
  const meetings = db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .select(['attendance.learnerId', 'meetings.sectionId'])
    .select((row) => [
      row.lit(null).$castTo<number | null>().as('cohortId'),
      row.fn.coalesce('sections.component', row.val(generalComponent)).as('component'),
      'meetings.heldOn as periodFrom',
      'meetings.heldOn as periodTo',
      hoursOfMark.as('hours'),
      hoursOfMeeting.as('possibleHours'),
      'attendance.id as recordId',
      row.lit(1).$castTo<number>().as('isMeeting'),
    ])
  return db.selectFrom(totals.unionAll(meetings).as('attendedHours'))
}
