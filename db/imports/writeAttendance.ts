import type { AttendanceBook } from './attendanceBook.ts'
import type { HoursBook } from './hoursBook.ts'
import { insertStates } from './insertRecords.ts'
import type { Writing } from './writePlan.ts'

/** Writes the meetings and marks that a sheet adds or changes. */
export async function writeAttendance(
  { db, importId, progress }: Writing,
  book: AttendanceBook,
): Promise<void> {
  const meetings = book.meetings.filter(({ isChanged }) => isChanged)
  for (const { id, facts } of meetings) {
    if (id !== null) await db.updateTable('meetings').set(facts).where('id', '=', id).execute()
  }
  const newMeetings = meetings.filter(({ id }) => id === null)
  const meetingRows = newMeetings.map((state) => ({
    state,
    row: { sectionId: state.section.id!, heldOn: state.heldOn, ...state.facts },
  }))
  await insertStates(db, 'meetings', meetingRows, progress)
  const marks = book.marks.filter(({ isChanged }) => isChanged)
  for (const [index, { id, facts }] of marks.entries()) {
    if (index % 250 === 0) await progress('writingRows', index, marks.length)
    if (id !== null) await db.updateTable('attendance').set(facts).where('id', '=', id).execute()
  }
  const rows = marks
    .filter(({ id }) => id === null)
    .map((state) => ({
      state,
      row: { meetingId: state.meeting.id!, learnerId: state.person.id!, ...state.facts, importId },
    }))
  await insertStates(db, 'attendance', rows, progress)
}

/** Writes the totals of hours that a file adds or changes. */
export async function writeHours({ db, now, progress }: Writing, book: HoursBook): Promise<void> {
  const changed = book.changed()
  for (const { id, facts } of changed) {
    if (id === null) continue
    await db
      .updateTable('instructionHours')
      .set({ ...facts, recordedAt: now })
      .where('id', '=', id)
      .execute()
  }
  const rows = changed
    .filter(({ id }) => id === null)
    .map((state) => ({
      state,
      row: {
        ...state.identity,
        ...state.facts,
        learnerId: state.person.id!,
        sectionId: state.section?.id ?? null,
        recordedAt: now,
      },
    }))
  await insertStates(db, 'instructionHours', rows, progress)
}
