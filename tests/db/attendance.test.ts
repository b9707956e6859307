import { afterEach, expect, test } from 'vitest'
import { attendedHours } from '../../db/attendance/attendedHours.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore } from '../helpers/testCore.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

/** A class of two since 1 July, seen on 1 August 2026. */
async function withClass() {
  const test = await signedInCore({ today: '2026-08-01' })
  open.push(test)
  const learner = async (familyName: string) =>
    (await test.api.learners.create({ familyName, givenName: 'Ana' })).learnerId
  const [abe, diaz] = [await learner('Abe'), await learner('Díaz')]
  const { sectionId } = await test.api.sections.create({ code: 'ESL 4A', name: 'English 4' })
  await test.api.sections.addMembers({ sectionId, learnerIds: [abe, diaz] })
  const days = { sectionId, from: '2026-07-01', to: '2026-08-31' }
  const audited = async () =>
    (
      await test.core
        .requireOpen()
        .file.reader.selectFrom('auditEntries')
        .select('subject')
        .where('subject', 'in', ['attendance', 'meeting'])
        .execute()
    ).length
  return { ...test, abe, diaz, sectionId, days, audited }
}

test('a class’s meetings are saved and read back with hours and runs of absences', async () => {
  const { api, abe, diaz, sectionId, days, audited } = await withClass()
  const at = (heldOn: string, ofDiaz: 'absent' | 'excused') => ({
    heldOn,
    minutes: 150,
    marks: [
      { learnerId: abe, mark: 'present' as const },
      { learnerId: diaz, mark: ofDiaz },
    ],
  })
  await api.attendance.save({
    sectionId,
    meetings: [at('2026-07-28', 'absent'), at('2026-07-30', 'excused'), at('2026-08-01', 'absent')],
  })
  await api.attendance.save({
    sectionId,
    meetings: [
      { heldOn: '2026-07-30', minutes: 150, marks: [{ learnerId: abe, mark: 'late', minutes: 90 }] },
    ],
  })
  const shown = await api.attendance.ofSection(days)
  expect(shown.usualMinutes).toBe(150)
  expect(shown.meetings.map(({ heldOn }) => heldOn)).toEqual(['2026-07-28', '2026-07-30', '2026-08-01'])
  expect(shown.rows).toMatchObject([
    { familyName: 'Abe', hours: 6.5, absences: null, sitsNow: true },
    { familyName: 'Díaz', hours: 0, absences: { count: 3, since: '2026-07-28' } },
  ])
  expect(await audited(), 'three meetings, six marks, one of them changed').toBe(10)

  await api.attendance.save({ sectionId, meetings: [at('2026-08-01', 'absent')] })
  expect(await audited(), 'the same again changes nothing').toBe(10)
})

test('a refused mark names its place, and nothing of the call is kept', async () => {
  const { api, abe, sectionId, days } = await withClass()
  const { learnerId: stranger } = await api.learners.create({ familyName: 'Zed', givenName: 'Bo' })
  const failure = await failureOf(
    api.attendance.save({
      sectionId,
      meetings: [
        { heldOn: '2026-07-30', minutes: 120, marks: [{ learnerId: abe, mark: 'late' }] },
        {
          heldOn: '2026-08-02',
          minutes: 120,
          marks: [
            { learnerId: abe, mark: 'late', minutes: 121 },
            { learnerId: stranger, mark: 'present' },
          ],
        },
        { heldOn: '2026-07-30', minutes: 120, marks: [] },
      ],
    }),
  )
  expect(failure.fields.map(({ path, code }) => [path, code])).toEqual([
    ['meetings.0.marks.0.minutes', 'attendance.minutesMissing'],
    ['meetings.1.heldOn', 'attendance.inFuture'],
    ['meetings.1.marks.0.minutes', 'attendance.longerThanMeeting'],
    ['meetings.1.marks.1.learnerId', 'attendance.notInClass'],
    ['meetings.2.heldOn', 'attendance.sameDayTwice'],
  ])
  expect((await api.attendance.ofSection(days)).meetings).toEqual([])
})

test('hours of a day never count twice, as a total and as a meeting', async () => {
  const { api, abe, diaz, sectionId } = await withClass()
  const total = {
    component: 'english',
    periodFrom: '2026-07-01',
    periodTo: '2026-07-31',
    hours: 20,
    sectionId,
  }
  await api.instructionHours.record({ learnerId: abe, facts: total })
  const meetings = [
    {
      heldOn: '2026-07-30',
      minutes: 120,
      marks: [
        { learnerId: abe, mark: 'present' as const },
        { learnerId: diaz, mark: 'present' as const },
      ],
    },
  ]
  const failure = await failureOf(api.attendance.save({ sectionId, meetings }))
  expect(failure.fields).toEqual([
    { path: 'meetings.0.marks.0.mark', code: 'attendance.totalThere', values: {} },
  ])
  await api.attendance.save({
    sectionId,
    meetings: [{ ...meetings[0]!, marks: [{ learnerId: diaz, mark: 'present' }] }],
  })
  expect((await failureOf(api.instructionHours.record({ learnerId: diaz, facts: total }))).code).toBe(
    'instructionHours.meetingsThere',
  )
})

test('meetings and totals are hours in one shape', async () => {
  const { api, core, abe, diaz, sectionId } = await withClass()
  await api.attendance.save({
    sectionId,
    meetings: [
      {
        heldOn: '2026-07-30',
        minutes: 90,
        marks: [
          { learnerId: abe, mark: 'present' },
          { learnerId: diaz, mark: 'absent' },
        ],
      },
    ],
  })
  const facts = { component: 'clinical', periodFrom: '2026-07-01', periodTo: '2026-07-31', hours: 8 }
  await api.instructionHours.record({ learnerId: diaz, facts })
  const rows = await attendedHours(core.requireOpen().file.reader)
    .selectAll()
    .orderBy('learnerId')
    .orderBy('component')
    .execute()
  expect(rows).toMatchObject([
    { learnerId: abe, component: 'english', periodFrom: '2026-07-30', hours: 1.5, possibleHours: 1.5 },
    { learnerId: diaz, component: 'clinical', hours: 8, possibleHours: null },
    { learnerId: diaz, component: 'english', hours: 0, possibleHours: 1.5, sectionId },
  ])
})

test('a meeting is taken off the record with everything noted of it', async () => {
  const { api, abe, sectionId, days } = await withClass()
  await api.attendance.save({
    sectionId,
    meetings: [{ heldOn: '2026-07-30', minutes: 90, marks: [{ learnerId: abe, mark: 'present' }] }],
  })
  const [meeting] = (await api.attendance.ofSection(days)).meetings
  await api.attendance.removeMeeting({ meetingId: meeting!.id })
  expect(await api.attendance.ofSection(days)).toMatchObject({
    meetings: [],
    rows: [{ hours: 0 }, { hours: 0 }],
  })
  expect((await failureOf(api.attendance.removeMeeting({ meetingId: meeting!.id }))).kind).toBe('notFound')
})

test('a class says how long its meetings usually last and what its hours count for', async () => {
  const { api, abe, sectionId, days } = await withClass()
  const facts = { code: 'ESL 4A', name: 'English 4', component: 'clinical', meetingMinutes: 90 }
  await api.sections.change({ sectionId, ...facts })
  expect(await api.sections.get({ sectionId })).toMatchObject(facts)
  expect((await api.attendance.ofSection(days)).usualMinutes).toBe(90)
  const marks = [{ learnerId: abe, mark: 'present' as const }]
  await api.attendance.save({ sectionId, meetings: [{ heldOn: '2026-07-30', minutes: 90, marks }] })
  const { years } = await api.attendance.ofLearner({ learnerId: abe })
  expect(years[0]!.parts).toEqual([{ sectionCode: 'ESL 4A', component: 'clinical', hours: 1.5 }])
  const tooLong = await failureOf(api.sections.change({ sectionId, ...facts, meetingMinutes: 721 }))
  expect(tooLong.fields).toMatchObject([{ path: 'meetingMinutes' }])
})
