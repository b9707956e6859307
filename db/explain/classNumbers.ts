import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import { sectionAttendance } from '../attendance/sectionAttendance.ts'
import type { QueryCall } from '../calls/call.ts'
import { requireSection } from '../sections/requireSection.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { count, group, type MadeOf } from './explanation.ts'
import { minutesCounted } from '../../shared/rules/attendance.ts'
import { roundHalfUp } from '../../shared/rules/rates.ts'
import { compareDates } from '../../shared/values/dates.ts'

type Input<Name extends 'absences' | 'attendance' | 'classMembers'> = z.output<
  NonNullable<(typeof contract.explain)[Name]['~orpc']['inputSchema']>
>
type Call<Name extends 'absences' | 'attendance' | 'classMembers'> = Pick<
  QueryCall<Input<Name>>,
  'input' | 'db' | 'today' | 'sight'
>

/** Who sits in a class now. */
export async function classMembersMadeOf({ input, db, today, sight }: Call<'classMembers'>): Promise<MadeOf> {
  await requireSection(db, input.sectionId, sight)
  const members = await db
    .selectFrom('sectionMembers')
    .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
    .select(['sectionMembers.id', 'sectionMembers.learnerId', 'sectionMembers.startDate'])
    .where('sectionMembers.sectionId', '=', input.sectionId)
    .where(sitsNow(today))
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .execute()
  return count(today, members.length, members, ({ id, learnerId, startDate }) => ({
    id,
    learnerId,
    facts: startDate === null ? [] : [{ kind: 'remark', remark: 'added', day: startDate }],
    sources: [{ subject: 'sectionMember', subjectId: id }],
  }))
}

/** Hours of a class in the days shown: by learner, or of one learner by meeting. */
export async function attendanceMadeOf({ input, db, today, sight }: Call<'attendance'>): Promise<MadeOf> {
  const { learnerId, ...days } = input
  const { section, meetings, rows } = await sectionAttendance(db, days, today, sight)
  if (learnerId === null) {
    const some = rows.filter(({ hours }) => hours > 0)
    const hours = roundHalfUp(
      rows.reduce((sum, row) => sum + row.hours, 0),
      2,
    )
    return {
      asOf: today,
      value: { kind: 'hours', hours, isEstimate: false },
      groups: [
        group(
          'everyone',
          some,
          (row) => ({ id: row.learnerId, learnerId: row.learnerId, facts: [], adds: row.hours }),
          hours,
        ),
      ],
    }
  }
  const row = rows.find((one) => one.learnerId === learnerId)
  // Absences too, though they add nothing: of every mark it can be told where it comes from.
  const noted = (row?.marks ?? []).flatMap(({ id, meetingId, mark, minutes }) => {
    const meeting = meetings.find((one) => one.id === meetingId)
    if (meeting === undefined) return []
    const counted = minutesCounted(mark, minutes, meeting.minutes) ?? 0
    return [{ id, heldOn: meeting.heldOn, mark, adds: roundHalfUp(counted / 60, 2) }]
  })
  const hours = row?.hours ?? 0
  return {
    asOf: today,
    value: { kind: 'hours', hours, isEstimate: false },
    groups: [
      group(
        'everyone',
        noted.toSorted((one, other) => compareDates(other.heldOn, one.heldOn)),
        ({ id, heldOn, mark, adds }) => ({
          id,
          learnerId: null,
          record: { screen: 'attendance', recordId: section.id, name: section.code },
          facts: [
            { kind: 'day', day: heldOn },
            { kind: 'word', list: 'attendanceMarks', word: mark },
          ],
          adds,
          sources: [{ subject: 'attendance', subjectId: id }],
        }),
        hours,
      ),
    ],
  }
}

/** Before and after every meeting: a run of absences may begin before the days shown. */
const allDays = { from: '0001-01-01', to: '9999-12-31' } as const

/** The meetings in a row, up to the newest one, that a learner missed in a class. */
export async function absencesMadeOf({ input, db, today, sight }: Call<'absences'>): Promise<MadeOf> {
  const { sectionId, learnerId } = input
  const { section, meetings, rows } = await sectionAttendance(db, { sectionId, ...allDays }, today, sight)
  const row = rows.find((one) => one.learnerId === learnerId)
  const run = row?.absences ?? null
  const missed = meetings
    .flatMap(({ id, heldOn }) => {
      const noted = row?.marks.find(({ meetingId }) => meetingId === id)
      return noted && run && heldOn >= run.since ? [{ id: noted.id, heldOn, mark: noted.mark }] : []
    })
    .toReversed()
  return count(today, run?.count ?? 0, missed, ({ id, heldOn, mark }) => ({
    id,
    learnerId: null,
    record: { screen: 'attendance', recordId: sectionId, name: section.code },
    facts: [
      { kind: 'day', day: heldOn },
      { kind: 'word', list: 'attendanceMarks', word: mark },
    ],
    sources: [{ subject: 'attendance', subjectId: id }],
  }))
}
