import type { Expression } from 'kysely'
import type { Reader } from '../schema.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Hours in a class without a component of a course count as instruction in English. */
export const generalComponent = 'english'

/**
 * Every hour on record in one shape, from class meetings and from totals over a period: what hours, gains,
 * participation and screening count. An absence is a row of no hours, because it was offered.
 */
export const attendedHours = (db: Db) => {
  const totals = db
    .selectFrom('instructionHours')
    .select(['learnerId', 'sectionId', 'cohortId', 'component', 'periodFrom', 'periodTo'])
    .select(['hours', 'possibleHours'])
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
    ])
    .select((row) => {
      const counted = row
        .case()
        .when('attendance.mark', 'not in', ['present', 'late'])
        .then(row.lit(0))
        .when('attendance.minutes', 'is not', null)
        .then(row.ref('attendance.minutes'))
        .else(row.ref('meetings.minutes'))
        .end()
      // Whole numbers divided would lose the half hours.
      const inHours = (minutes: Expression<number | null>) =>
        row(row.cast<number>(minutes, 'real'), '/', row.lit(60)).$castTo<number>()
      return [
        inHours(counted).as('hours'),
        inHours(row.ref('meetings.minutes')).$castTo<number | null>().as('possibleHours'),
      ]
    })
  return db.selectFrom(totals.unionAll(meetings).as('attendedHours'))
}
