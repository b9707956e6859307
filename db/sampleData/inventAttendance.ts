import { addDays, dayNumber, type IsoDate } from '../../shared/values/dates.ts'
import type { AttendanceMark } from '../../shared/rules/attendance.ts'
import type { Writer } from '../schema.ts'
import { insertMany } from './insertMany.ts'
import type { Invented } from './inventLearners.ts'
import { chanceFrom } from './random.ts'

const minutesOfMeeting = 180

/** Days of the week on which a class meets, Monday 0: by the letters of its code. */
const weekdaysOf = (code: string) => (code.endsWith('TTh') ? [1, 3] : code.endsWith('MW') ? [0, 2] : [0, 3])

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: IsoDate) => (dayNumber(day) + 3) % 7

interface Span {
  startDate: IsoDate | null
  endDate: IsoDate | null
}

/** The newest meeting days of a class up to today or its last day, the oldest first. */
function meetingDays(code: string, span: Span, { today, size }: Invented): IsoDate[] {
  const startDate = span.startDate ?? today
  const last = span.endDate !== null && span.endDate < today ? span.endDate : today
  const days: IsoDate[] = []
  for (let day = last; day >= startDate && days.length < size.meetings; day = addDays(day, -1))
    if (weekdaysOf(code).includes(weekdayOf(day))) days.unshift(day)
  return days
}

/** Invents class meetings and who was there: most people mostly, a few who stopped coming. */
export async function inventAttendance(db: Writer, invented: Invented): Promise<void> {
  const chance = chanceFrom(1974)
  const sections = await db
    .selectFrom('sections')
    .select(['id', 'code', 'startDate', 'endDate'])
    .orderBy('id')
    .execute()
  for (const { id: sectionId, code, startDate, endDate } of sections) {
    const days = meetingDays(code, { startDate, endDate }, invented)
    const meetingIds = await insertMany(
      db,
      'meetings',
      days.map((heldOn) => ({ sectionId, heldOn, minutes: minutesOfMeeting })),
    )
    const members = await db
      .selectFrom('sectionMembers')
      .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
      .select(['sectionMembers.learnerId', 'sectionMembers.startDate'])
      .where('sectionMembers.sectionId', '=', sectionId)
      .where('learners.status', '=', 'active')
      .orderBy('sectionMembers.learnerId')
      .execute()
    const rows = members.flatMap(({ learnerId, startDate: since }) => {
      const comesMostly = chance.between(70, 97) / 100
      const stoppedComing = chance.happens(1 / 25)
      return days.flatMap((day, place) => {
        if (since !== null && day < since) return []
        const isGone = stoppedComing && place >= days.length - 4
        const mark: AttendanceMark =
          !isGone && chance.happens(comesMostly)
            ? chance.happens(0.08)
              ? 'late'
              : 'present'
            : chance.happens(0.3)
              ? 'excused'
              : 'absent'
        const minutes = mark === 'late' ? minutesOfMeeting - 5 * chance.between(3, 12) : null
        return [{ meetingId: meetingIds[place]!, learnerId, mark, minutes }]
      })
    })
    await insertRows(db, rows)
  }
}

/** The marks are many, and nobody asks for their numbers. */
async function insertRows(
  db: Writer,
  rows: readonly { meetingId: number; learnerId: number; mark: AttendanceMark; minutes: number | null }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 5000) {
    await db
      .insertInto('attendance')
      .values(rows.slice(start, start + 5000).map((row) => ({ ...row, importId: null })))
      .execute()
  }
}
