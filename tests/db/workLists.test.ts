import { afterEach, expect, test } from 'vitest'
import { newestUsable } from '../../shared/rules/currentLevel.ts'
import { hoursSinceTest } from '../../shared/rules/hours.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { postTestStanding } from '../../shared/rules/postTests.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { readingEntry } from '../helpers/testedLearners.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

const today = '2026-11-20'

async function withClass(names: readonly string[]) {
  const test = await signedInCore({ today })
  open.push(test)
  const learnerIds: number[] = []
  for (const familyName of names) {
    learnerIds.push((await test.api.learners.create({ familyName, givenName: 'Ana' })).learnerId)
  }
  const { sectionId } = await test.api.sections.create({ code: 'ESL 4A', name: 'English 4' })
  if (learnerIds.length > 0) await test.api.sections.addMembers({ sectionId, learnerIds })
  const meet = (heldOn: string, marks: Record<number, 'present' | 'absent' | 'excused'>) =>
    test.api.attendance.save({
      sectionId,
      meetings: [
        {
          heldOn,
          minutes: 600,
          marks: Object.entries(marks).map(([id, mark]) => ({ learnerId: Number(id), mark })),
        },
      ],
    })
  return { ...test, learnerIds, sectionId, meet }
}

test('somebody is due after the minimum hours, overdue at the end of the recommended ones, and then tested', async () => {
  const { api, learnerIds, meet, sectionId } = await withClass(['Abe'])
  const [abe] = learnerIds
  await api.assessments.record({ entries: [readingEntry(abe!, { testedOn: '2026-09-01' })], sectionId })
  const postTests = async () => (await api.today.workLists({})).postTests
  for (const day of ['01', '03', '08', '10']) await meet(`2026-09-${day}`, { [abe!]: 'present' })
  expect(await postTests(), 'the day of the test does not count').toEqual([])
  await meet('2026-09-15', { [abe!]: 'present' })
  expect(await postTests()).toMatchObject([
    {
      learnerId: abe,
      familyName: 'Abe',
      sections: ['ESL 4A'],
      hours: 40,
      isEstimate: false,
      state: 'due',
      lastForm: '623R',
      nextForm: '624R',
      generationEnded: false,
    },
  ])
  for (const day of ['17', '22', '24', '29']) await meet(`2026-09-${day}`, { [abe!]: 'present' })
  const facts = { component: 'lab', periodFrom: '2026-10-01', periodTo: '2026-10-31', hours: 20 }
  await api.instructionHours.record({ learnerId: abe!, facts })
  expect(await postTests()).toMatchObject([{ hours: 100, state: 'overdue' }])
  await api.assessments.record({
    entries: [readingEntry(abe!, { testedOn: '2026-11-02', form: '624R' })],
    sectionId,
  })
  expect(await postTests()).toEqual([])
})

test('the never tested are listed with their hours; a score that is no number does not count as a test', async () => {
  const { api, learnerIds, meet } = await withClass(['Abe', 'Díaz'])
  const [abe, diaz] = learnerIds
  await meet('2026-09-01', { [abe!]: 'present', [diaz!]: 'absent' })
  await api.assessments.record({ entries: [readingEntry(diaz!, { scoreText: '*' })], sectionId: null })
  expect((await api.today.workLists({})).neverTested).toMatchObject([
    { learnerId: abe, hours: 10 },
    { learnerId: diaz, hours: 0 },
  ])
})

test('three meetings missed in a row are a call to make, until the learner is there again', async () => {
  const { api, learnerIds, meet, sectionId } = await withClass(['Abe', 'Díaz'])
  const [abe, diaz] = learnerIds
  await meet('2026-09-01', { [abe!]: 'absent', [diaz!]: 'present' })
  await meet('2026-09-03', { [abe!]: 'excused', [diaz!]: 'absent' })
  const absences = async () => (await api.today.workLists({})).absences
  expect(await absences()).toEqual([])
  await meet('2026-09-08', { [abe!]: 'absent', [diaz!]: 'absent' })
  expect(await absences()).toMatchObject([
    { learnerId: abe, sectionId, sectionCode: 'ESL 4A', count: 3, since: '2026-09-01' },
  ])
  await meet('2026-09-10', { [abe!]: 'present', [diaz!]: 'absent' })
  expect(await absences()).toMatchObject([{ learnerId: diaz, count: 3 }])
  await api.sections.removeMembers({ sectionId, learnerIds: [diaz!] })
  expect(await absences(), 'nobody calls after those who left the class').toEqual([])
})

test('those who want a track and were never screened for it are counted', async () => {
  const { api } = await withClass([])
  const track = (await api.tracks.list({})).find(({ status }) => status === 'active')!
  for (const familyName of ['Abe', 'Díaz'])
    await api.learners.create({ familyName, givenName: 'Ana', interestTrackId: track.id })
  expect((await api.today.workLists({})).screeningAsked).toEqual([
    { trackId: track.id, trackName: track.name, count: 2 },
  ])
})

test('the lists of an invented program agree with a recount from its records', async () => {
  let day = '2026-07-31'
  const test = await signedInCore({ clock: () => new Date(`${day}T12:00:00`), startWith: 'sampleData' })
  open.push(test)
  day = today
  const db = test.core.requireOpen().file.reader
  const sections = await test.api.sections.list({ active: true })
  for (const { id } of sections.rows.slice(0, 3)) {
    const { members } = await test.api.sections.get({ sectionId: id })
    const meetings = Array.from({ length: 30 }, (_, number) => ({
      heldOn: `2026-${String(8 + Math.floor(number / 10)).padStart(2, '0')}-${String((number % 10) * 3 + 1).padStart(2, '0')}`,
      minutes: 150,
      marks: members.map(({ learnerId }, seat) => ({
        learnerId,
        mark:
          (seat * 7 + number * 3) % 5 === 0 || (seat % 6 === 0 && number > 26)
            ? ('absent' as const)
            : ('present' as const),
      })),
    }))
    await test.api.attendance.save({ sectionId: id, meetings })
  }
  const lists = await test.api.today.workLists({})

  const tables = prepareLevelTables(await test.api.instruments.list({}))
  const active = (await db.selectFrom('learners').select('id').where('status', '=', 'active').execute()).map(
    ({ id }) => id,
  )
  const marks = await db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'meetingId')
    .selectAll('meetings')
    .select(['learnerId', 'mark', 'attendance.minutes as typed'])
    .execute()
  const totals = await db.selectFrom('instructionHours').selectAll().execute()
  const due: [number, string, string, number][] = []
  const untested: number[] = []
  for (const learnerId of active) {
    const tests = (await test.api.assessments.ofLearner({ learnerId })).map((one) => ({
      ...one,
      skillArea: one.skillArea as SkillArea,
      inaccurate: !one.accurate,
      voided: one.voidedAt !== null,
    }))
    const attended = [
      ...marks
        .filter((one) => one.learnerId === learnerId && (one.mark === 'present' || one.mark === 'late'))
        .map(({ heldOn, minutes, typed }) => ({ from: heldOn, to: heldOn, hours: (typed ?? minutes) / 60 })),
      ...totals
        .filter((one) => one.learnerId === learnerId)
        .map(({ periodFrom, periodTo, hours }) => ({ from: periodFrom, to: periodTo, hours })),
    ]
    const areas = new Set(tests.map(({ skillArea }) => skillArea))
    const newest = [...areas].flatMap((area) => newestUsable(tests, area, today) ?? [])
    if (newest.length === 0) untested.push(learnerId)
    for (const last of newest) {
      const since = hoursSinceTest(attended, last.testedOn, today, false)
      const { state } = postTestStanding(last, since, today, tables)
      if (state === 'due' || state === 'overdue') due.push([learnerId, last.skillArea, state, since.hours])
    }
  }
  expect(due.length).toBeGreaterThan(20)
  expect(
    lists.postTests
      .map(({ learnerId, skillArea, state, hours }) => [learnerId, skillArea, state, hours])
      .sort(),
  ).toEqual(due.sort())
  expect(lists.neverTested.map(({ learnerId }) => learnerId).sort()).toEqual(untested.sort())
  expect(lists.absences.length).toBeGreaterThan(0)
})
