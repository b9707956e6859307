import { contract } from '../../shared/contract/index.ts'
import { command, query } from '../calls/useCase.ts'
import { notFound } from '../failure.ts'
import { saveMeetings } from './saveMeetings.ts'
import { sectionAttendance } from './sectionAttendance.ts'

export const attendance = {
  ofSection: query(contract.attendance.ofSection, ({ input, db, today }) =>
    sectionAttendance(db, input, today),
  ),

  save: command(contract.attendance.save, async ({ input, db, today, audit }) => {
    const notes = await saveMeetings(db, input.sectionId, input.meetings, today)
    notes.forEach(audit)
    return { meetings: input.meetings.length, marks: notes.length }
  }),

  removeMeeting: command(contract.attendance.removeMeeting, async ({ input, db, audit }) => {
    const marks = await db
      .selectFrom('attendance')
      .select(['learnerId', 'mark', 'minutes'])
      .where('meetingId', '=', input.meetingId)
      .execute()
    const before = await db
      .deleteFrom('meetings')
      .where('id', '=', input.meetingId)
      .returningAll()
      .executeTakeFirst()
    if (!before) throw notFound('meeting')
    audit({ subject: 'meeting', subjectId: before.id, before: { ...before, marks } })
    return {}
  }),
}
