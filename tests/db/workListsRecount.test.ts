import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reader } from '../../db/schema.ts'
import { addMonths, daysBetween } from '../../shared/values/dates.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { workListRows } from '../helpers/workList.ts'

/**
 * Every work list of an invented program, counted again from the plain rows of its file. Only the definitions stand
 * behind it, none of the rules that the lists use.
 */
const today = '2026-11-20'
let it: Awaited<ReturnType<typeof signedInCore>>
let db: Reader
let active: number[]

beforeAll(async () => {
  let day = '2026-07-31'
  it = await signedInCore({ clock: () => new Date(`${day}T12:00:00`), startWith: 'sampleData' })
  day = today
  db = it.core.requireOpen().file.reader
  const { rows: sections } = await it.api.sections.list({ active: true })
  for (const { id: sectionId } of sections.slice(0, 3)) {
    const { members } = await it.api.sections.get({ sectionId })
    const meetings = Array.from({ length: 30 }, (_, number) => ({
      heldOn: `2026-${String(8 + Math.floor(number / 10)).padStart(2, '0')}-${String((number % 10) * 3 + 1).padStart(2, '0')}`,
      minutes: 150,
      marks: members.map(({ learnerId }, seat) => ({
        learnerId,
        mark:
          (seat * 7 + number * 3) % 5 === 0 || (seat % 6 === 0 && number > 10 + seat)
            ? ('absent' as const)
            : ('present' as const),
      })),
    }))
    await it.api.attendance.save({ sectionId, meetings })
  }
  const absent = await workListRows(it.api, 'absences')
  for (const { learnerId, sectionId } of absent.filter((_, place) => place % 3 === 0)) {
    const facts = { contactedOn: '2026-11-15', result: 'noAnswer' } as const
    await it.api.contacts.note({ learnerId, sectionId, occasion: 'absence', ...facts })
  }
  const near = await workListRows(it.api, 'exitNear')
  for (const [place, { learnerId }] of near.entries()) {
    const facts = { contactedOn: place % 2 === 0 ? '2026-11-07' : '2026-11-06', result: 'reached' } as const
    await it.api.contacts.note({ learnerId, occasion: 'exit', ...facts })
  }
  const track = (await it.api.tracks.list({})).find(({ requirementCount }) => requirementCount > 0)!
  const screening = { trackId: track.id, startDate: '2027-01-11', asOf: '2026-10-01' }
  const pool = { kind: 'interested' as const }
  const { screeningId } = await resultOf(it.api.screenings.run({ ...screening, pool }))
  const { rows } = await it.api.screenings.results({ screeningId, limit: 6 })
  await it.api.waitlist.add({ trackId: track.id, learnerIds: rows.map(({ learnerId }) => learnerId) })
  const line = (await it.api.waitlist.list({ trackId: track.id })).rows
  const days = ['09-20', '10-20', '11-20', '11-21', '12-20', '12-31'].map((day) => `2026-${day}`)
  for (const [place, { id }] of line.entries())
    await it.api.waitlist.change({ id, lookAgainOn: days[place]!, note: null })
  active = (
    await db
      .selectFrom('learners')
      .select('id')
      .where('status', '=', 'active')
      .where('erasedAt', 'is', null)
      .execute()
  ).map(({ id }) => id)
}, 60_000)
afterAll(() => it.dispose())

const sorted = (keys: readonly string[]) => keys.toSorted()

/** Marks with the day and length of their meeting. */
const marksNoted = () =>
  db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .select(['learnerId', 'sectionId', 'heldOn', 'mark', 'attendance.minutes', 'meetings.minutes as lasted'])
    .execute()
const dayNumber = (day: string) => Date.parse(day) / 86_400_000
/** Which part of the days of a total lies after a test and not after today. */
function shareOfDaysAfter(
  testedOn: string,
  { periodFrom, periodTo }: { periodFrom: string; periodTo: string },
) {
  const first = Math.max(dayNumber(periodFrom), dayNumber(testedOn) + 1)
  const last = Math.min(dayNumber(periodTo), dayNumber(today))
  return Math.max(0, last - first + 1) / (dayNumber(periodTo) - dayNumber(periodFrom) + 1)
}
const wasThere = (mark: string) => mark === 'present' || mark === 'late'

/** The newest test of each learner and area that has a number, is accurate and not void. */
async function newestTests() {
  const tests = await db
    .selectFrom('assessments')
    .selectAll()
    .where('score', 'is not', null)
    .where('accurate', '=', 1)
    .where('voidedAt', 'is', null)
    .where('testedOn', '<=', today)
    .orderBy('testedOn')
    .orderBy('id')
    .execute()
  return new Map(tests.map((one) => [`${one.learnerId} ${one.skillArea}`, one]))
}

test('who is due for a post-test, and who was never tested', async () => {
  const marks = Map.groupBy(await marksNoted(), ({ learnerId }) => learnerId)
  const totals = Map.groupBy(
    await db.selectFrom('instructionHours').selectAll().execute(),
    ({ learnerId }) => learnerId,
  )
  const tables = await db.selectFrom('levelTables').selectAll().execute()
  const newest = await newestTests()
  const due: string[] = []
  for (const last of newest.values()) {
    if (!active.includes(last.learnerId)) continue
    const table = tables.find(
      ({ instrument, skillArea, effectiveFrom, effectiveTo }) =>
        instrument === last.instrument &&
        skillArea === last.skillArea &&
        (effectiveFrom ?? '') <= last.testedOn &&
        (effectiveTo ?? '9') >= last.testedOn,
    )
    const inMeetings = (marks.get(last.learnerId) ?? [])
      .filter(({ heldOn, mark }) => heldOn > last.testedOn && heldOn <= today && wasThere(mark))
      .reduce((sum, { minutes, lasted }) => sum + (minutes ?? lasted) / 60, 0)
    const inTotals = (totals.get(last.learnerId) ?? []).reduce(
      (sum, total) => sum + total.hours * shareOfDaysAfter(last.testedOn, total),
      0,
    )
    // A half goes up, whatever the last bit of the sum says.
    const hours = Math.round((inMeetings + inTotals) * 100 + 1e-6) / 100
    if (!table || hours < table.minimumHours) continue
    const isOver = table.recommendedHoursTo !== null && hours >= table.recommendedHoursTo
    due.push(`${last.learnerId} ${last.skillArea} ${isOver ? 'overdue' : 'due'} ${hours.toFixed(2)}`)
  }
  expect(due.length).toBeGreaterThan(20)
  const listed = await workListRows(it.api, 'postTests')
  expect(
    sorted(listed.map((row) => `${row.learnerId} ${row.skillArea} ${row.state} ${row.hours.toFixed(2)}`)),
  ).toEqual(sorted(due))
  const tested = new Set([...newest.values()].map(({ learnerId }) => learnerId))
  const untested = active.filter((id) => !tested.has(id))
  expect(untested.length).toBeGreaterThan(0)
  expect(
    sorted((await workListRows(it.api, 'neverTested')).map(({ learnerId }) => String(learnerId))),
  ).toEqual(sorted(untested.map(String)))
})

test('who was absent three meetings running, without a contact since', async () => {
  const seats = await db
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .where('sections.active', '=', 1)
    .select(['learnerId', 'sectionId', 'sectionMembers.endDate'])
    .execute()
  const marks = Map.groupBy(await marksNoted(), (row) => `${row.learnerId} ${row.sectionId}`)
  const contacts = await db.selectFrom('contacts').selectAll().where('occasion', '=', 'absence').execute()
  expect(contacts.length).toBeGreaterThan(0)
  const missing: string[] = []
  for (const { learnerId, sectionId, endDate } of seats) {
    if (!active.includes(learnerId) || (endDate !== null && endDate <= today)) continue
    const noted = (marks.get(`${learnerId} ${sectionId}`) ?? []).toSorted((a, b) =>
      a.heldOn < b.heldOn ? 1 : -1,
    )
    const attended = noted.findIndex(({ mark }) => wasThere(mark))
    const run = attended === -1 ? noted : noted.slice(0, attended)
    if (run.length < 3) continue
    const isAnswered = contacts.some(
      (one) => one.learnerId === learnerId && one.sectionId === sectionId && one.aboutOn >= run[0]!.heldOn,
    )
    if (!isAnswered) missing.push(`${learnerId} ${sectionId} ${run.length} ${run.at(-1)!.heldOn}`)
  }
  expect(missing.length).toBeGreaterThan(0)
  const listed = await workListRows(it.api, 'absences')
  expect(sorted(listed.map((row) => `${row.learnerId} ${row.sectionId} ${row.count} ${row.since}`))).toEqual(
    sorted(missing),
  )
})

test('whose exit comes near', async () => {
  const last = new Map<number, string>()
  for (const { learnerId, heldOn, mark } of await marksNoted()) {
    if (wasThere(mark) && heldOn <= today && heldOn > (last.get(learnerId) ?? '')) last.set(learnerId, heldOn)
  }
  const contacts = await db.selectFrom('contacts').selectAll().where('occasion', '=', 'exit').execute()
  expect(contacts.length).toBeGreaterThan(1)
  const near = active.flatMap((id) => {
    const days = last.has(id) ? daysBetween(last.get(id)!, today) : 0
    const isLately = contacts.some((one) => one.learnerId === id && daysBetween(one.contactedOn, today) < 14)
    return days >= 60 && days <= 90 && !isLately ? [`${id} ${90 - days}`] : []
  })
  expect(near.length).toBeGreaterThan(0)
  const listed = await workListRows(it.api, 'exitNear')
  expect(sorted(listed.map(({ learnerId, daysLeft }) => `${learnerId} ${daysLeft}`))).toEqual(sorted(near))
})

test('who asked for a screening, and who is to be looked at again', async () => {
  const learners = await db.selectFrom('learners').select(['id', 'interestTrackId']).execute()
  const open = (await db.selectFrom('tracks').select('id').where('status', '=', 'active').execute()).map(
    ({ id }) => id,
  )
  const screened = await db
    .selectFrom('screeningResults')
    .innerJoin('screenings', 'screenings.id', 'screeningId')
    .select(['learnerId', 'trackId'])
    .execute()
  const asked = learners.filter(
    ({ id, interestTrackId }) =>
      active.includes(id) &&
      open.includes(interestTrackId ?? 0) &&
      !screened.some((one) => one.learnerId === id && one.trackId === interestTrackId),
  )
  const listed = await workListRows(it.api, 'screeningAsked')
  expect(asked.length).toBeGreaterThan(0)
  expect(sorted(listed.map(({ learnerId }) => String(learnerId)))).toEqual(
    sorted(asked.map(({ id }) => String(id))),
  )

  const waiting = await db.selectFrom('waitlistEntries').selectAll().where('removedOn', 'is', null).execute()
  const again = waiting.filter(({ lookAgainOn }) => lookAgainOn !== null && lookAgainOn <= today)
  expect(again.length).toBeGreaterThan(0)
  expect(again.length).toBeLessThan(waiting.length)
  expect(
    sorted((await workListRows(it.api, 'lookAgain')).map((row) => `${row.learnerId} ${row.lookAgainOn}`)),
  ).toEqual(sorted(again.map((row) => `${row.learnerId} ${row.lookAgainOn}`)))
})

test('whose exam window or attempts run out, and which cohorts lack outcomes', async () => {
  const members = await db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortId')
    .leftJoin('credentials', 'credentials.id', 'cohorts.credentialId')
    .selectAll('cohortMembers')
    .select(['cohorts.endDate', 'closedOn', 'parts', 'attemptLimit', 'windowMonths', 'noShowUsesAttempt'])
    .execute()
  const attempts = Map.groupBy(
    await db.selectFrom('attempts').selectAll().execute(),
    (one) => one.cohortMemberId,
  )
  const warnings: string[] = []
  for (const member of members) {
    const isOnTheWay = member.startedOn !== null && ['completed', 'stillIn'].includes(member.outcome)
    if (member.parts === null || !isOnTheWay) continue
    const completed = member.outcome === 'completed' ? (member.outcomeOn ?? member.endDate) : null
    const closes = completed && member.windowMonths ? addMonths(completed, member.windowMonths) : null
    const parts = (JSON.parse(member.parts) as { key: string }[]).map(({ key }) => {
      const known = (attempts.get(member.id) ?? [])
        .filter(({ partKey, takenOn }) => partKey === key && takenOn <= today)
        .map(({ takenOn, result, resultOn }) => ({
          takenOn,
          result: resultOn !== null && resultOn > today ? 'waiting' : result,
        }))
      const used = known.filter(({ result }) => result !== 'noShow' || member.noShowUsesAttempt === 1).length
      const passes = known.filter(({ result }) => result === 'pass').map(({ takenOn }) => takenOn)
      return {
        key,
        used,
        passedOn: passes.toSorted()[0] ?? null,
        waits: known.some(({ result }) => result === 'waiting'),
      }
    })
    const isCertified = parts.every(
      ({ passedOn }) => passedOn !== null && (closes === null || passedOn <= closes),
    )
    if (isCertified || (closes !== null && closes < today)) continue
    if (closes !== null && daysBetween(today, closes) <= 90) warnings.push(`${member.id} windowCloses`)
    for (const { key, used, passedOn, waits } of parts) {
      const left = member.attemptLimit === null ? null : Math.max(0, member.attemptLimit - used)
      if (passedOn !== null || used === 0 || left === null) continue
      if (left === 1) warnings.push(`${member.id} lastAttempt ${key}`)
      if (left === 0 && !waits) warnings.push(`${member.id} noAttemptsLeft ${key}`)
    }
  }
  expect(warnings.length).toBeGreaterThan(0)
  const listed = (await workListRows(it.api, 'exams')).map(({ memberId, warning }) =>
    [memberId, warning.kind, ...('part' in warning ? [warning.part] : [])].join(' '),
  )
  expect(sorted(listed)).toEqual(sorted(warnings))

  const open = members.filter(
    ({ outcome, outcomeOn, startedOn, closedOn, endDate }) =>
      startedOn !== null &&
      startedOn <= today &&
      (outcome === 'stillIn' || (outcomeOn ?? '') > today) &&
      closedOn === null &&
      daysBetween(today, endDate) <= 14,
  )
  const byCohort = [...Map.groupBy(open, ({ cohortId }) => cohortId)].map(
    ([id, some]) => `${id} ${some.length}`,
  )
  expect(byCohort.length).toBeGreaterThan(0)
  expect(
    sorted((await workListRows(it.api, 'outcomes')).map((row) => `${row.cohortId} ${row.stillIn}`)),
  ).toEqual(sorted(byCohort))
})
