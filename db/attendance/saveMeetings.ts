import type { MeetingEntry } from '../../shared/contract/attendance.ts'
import type { FieldProblem } from '../../shared/contract/failures.ts'
import { minutesCounted } from '../../shared/rules/attendance.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { AuditNote } from '../audit/writeAuditRows.ts'
import { invalidFields } from '../failure.ts'
import type { Writer } from '../schema.ts'

const problem = (path: string, code: string): FieldProblem => ({
  path,
  code: `attendance.${code}`,
  values: {},
})

/** What contradicts the meeting itself; the class and its members are asked of the file. */
function problemsIn({ heldOn, minutes, marks }: MeetingEntry, path: string, today: IsoDate): FieldProblem[] {
  const problems = heldOn > today ? [problem(`${path}.heldOn`, 'inFuture')] : []
  marks.forEach(({ mark, minutes: typed }, index) => {
    const at = `${path}.marks.${index}.minutes`
    if (mark !== null && minutesCounted(mark, typed, minutes) === null)
      problems.push(problem(at, 'minutesMissing'))
    if (typed !== null && typed > minutes) problems.push(problem(at, 'longerThanMeeting'))
  })
  return problems
}

async function membersEver(db: Writer, sectionId: number): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('sectionMembers')
    .select('learnerId')
    .where('sectionId', '=', sectionId)
    .execute()
  return new Set(rows.map(({ learnerId }) => learnerId))
}

/** Learners of whom a total of this class already holds the day: its hours would count twice. */
async function withTotalOn(db: Writer, sectionId: number, day: IsoDate): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('instructionHours')
    .select('learnerId')
    .where('sectionId', '=', sectionId)
    .where('periodFrom', '<=', day)
    .where('periodTo', '>=', day)
    .execute()
  return new Set(rows.map(({ learnerId }) => learnerId))
}

async function refuseProblems(
  db: Writer,
  sectionId: number,
  entries: readonly MeetingEntry[],
  today: IsoDate,
): Promise<void> {
  const members = await membersEver(db, sectionId)
  const problems: FieldProblem[] = []
  const days = new Set<IsoDate>()
  for (const [index, entry] of entries.entries()) {
    const path = `meetings.${index}`
    problems.push(...problemsIn(entry, path, today))
    if (days.has(entry.heldOn)) problems.push(problem(`${path}.heldOn`, 'sameDayTwice'))
    days.add(entry.heldOn)
    const counted = await withTotalOn(db, sectionId, entry.heldOn)
    entry.marks.forEach(({ learnerId, mark }, place) => {
      const at = `${path}.marks.${place}`
      if (!members.has(learnerId)) problems.push(problem(`${at}.learnerId`, 'notInClass'))
      if (mark !== null && counted.has(learnerId)) problems.push(problem(`${at}.mark`, 'totalThere'))
    })
  }
  if (problems.length > 0) throw invalidFields(problems)
}

/** Saves that a meeting was held and how long it lasted; what of it changed, or null. */
async function saveMeeting(
  db: Writer,
  sectionId: number,
  { heldOn, minutes }: MeetingEntry,
): Promise<{ meetingId: number; note: AuditNote | null }> {
  const before = await db
    .selectFrom('meetings')
    .select(['id', 'minutes'])
    .where('sectionId', '=', sectionId)
    .where('heldOn', '=', heldOn)
    .executeTakeFirst()
  if (before?.minutes === minutes) return { meetingId: before.id, note: null }
  const { id } = await db
    .insertInto('meetings')
    .values({ sectionId, heldOn, minutes })
    .onConflict((again) => again.columns(['sectionId', 'heldOn']).doUpdateSet({ minutes }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const note: AuditNote = {
    subject: 'meeting',
    subjectId: id,
    before: before ? { heldOn, minutes: before.minutes } : null,
    after: { sectionId, heldOn, minutes },
  }
  return { meetingId: id, note }
}

/** What changed for one learner at one meeting, or null when it stands there already. */
async function saveMark(
  db: Writer,
  meetingId: number,
  heldOn: IsoDate,
  { learnerId, mark, minutes }: MeetingEntry['marks'][number],
): Promise<AuditNote | null> {
  const known = await db
    .selectFrom('attendance')
    .select(['id', 'mark', 'minutes'])
    .where('meetingId', '=', meetingId)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst()
  if (mark === (known?.mark ?? null) && minutes === (known?.minutes ?? null)) return null
  const before = known ? { heldOn, mark: known.mark, minutes: known.minutes } : null
  if (mark === null) {
    if (!known) return null
    await db.deleteFrom('attendance').where('id', '=', known.id).execute()
    return { subject: 'attendance', subjectId: known.id, learnerId, before, after: null }
  }
  const { id } = await db
    .insertInto('attendance')
    .values({ meetingId, learnerId, mark, minutes, importId: null })
    .onConflict((again) =>
      again.columns(['meetingId', 'learnerId']).doUpdateSet({ mark, minutes, importId: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { subject: 'attendance', subjectId: id, learnerId, before, after: { heldOn, mark, minutes } }
}

/** Saves meetings with their marks; a mark that stands there already leaves no trace. Throws `invalidFields`. */
export async function saveMeetings(
  db: Writer,
  sectionId: number,
  entries: readonly MeetingEntry[],
  today: IsoDate,
): Promise<AuditNote[]> {
  await refuseProblems(db, sectionId, entries, today)
  const notes: AuditNote[] = []
  for (const entry of entries) {
    const { meetingId, note: ofMeeting } = await saveMeeting(db, sectionId, entry)
    if (ofMeeting) notes.push(ofMeeting)
    for (const mark of entry.marks) {
      const note = await saveMark(db, meetingId, entry.heldOn, mark)
      if (note) notes.push(note)
    }
  }
  return notes
}
