import { contract } from '../../shared/contract/index.ts'
import { command, longQuery, query } from '../calls/useCase.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import { requireSection } from '../sections/requireSection.ts'
import { sectionInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import { attendanceWorkbook } from './attendanceWorkbook.ts'
import { learnerHours } from './learnerHours.ts'
import { saveMeetings } from './saveMeetings.ts'
import { sectionAttendance } from './sectionAttendance.ts'
import { exportComparison, sheetComparisonOf } from './sheetComparisons.ts'

export const attendance = {
  ofSection: query(contract.attendance.ofSection, ({ input, db, today, sight }) =>
    sectionAttendance(db, input, today, sight),
  ),

  ofLearner: query(contract.attendance.ofLearner, async ({ input, db, today, sight }) => {
    await requireLearner(db, input.learnerId, sight)
    return learnerHours(db, input.learnerId, today)
  }),

  sheet: longQuery(contract.attendance.sheet, (call) => attendanceWorkbook(call)),

  compareSheet: longQuery(contract.attendance.compareSheet, (call) => sheetComparisonOf(call)),

  exportComparison: longQuery(contract.attendance.exportComparison, (call) => exportComparison(call)),

  save: command(contract.attendance.save, async ({ input, db, today, sight, audit }) => {
    await requireSection(db, input.sectionId, sight)
    const marked = input.meetings.flatMap(({ marks }) => marks.map(({ learnerId }) => learnerId))
    await requireLearners(db, marked, sight)
    const notes = await saveMeetings(db, input.sectionId, input.meetings, today)
    notes.forEach(audit)
    const marks = notes.filter(({ subject }) => subject === 'attendance').length
    return { meetings: input.meetings.length, marks }
  }),

  removeMeeting: command(contract.attendance.removeMeeting, async ({ input, db, sight, audit }) => {
    const marks = await db
      .selectFrom('attendance')
      .select(['id', 'learnerId', 'mark', 'minutes'])
      .where('meetingId', '=', input.meetingId)
      .execute()
    const before = await db
      .deleteFrom('meetings')
      .where('id', '=', input.meetingId)
      .where(sectionInSight(sight, 'sectionId'))
      .returningAll()
      .executeTakeFirst()
    if (!before) throw outOfSight(sight, 'meeting')
    audit({ subject: 'meeting', subjectId: before.id, before })
    for (const { id, learnerId, ...mark } of marks) {
      const noted = { heldOn: before.heldOn, ...mark }
      audit({ subject: 'attendance', subjectId: id, learnerId, before: noted })
    }
    return {}
  }),
}
