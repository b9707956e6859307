import { afterEach, expect, test } from 'vitest'
import { cohortInput, nurseAssistantTrack } from '../helpers/nurseAssistant.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { readingEntry } from '../helpers/testedLearners.ts'
import { signedInCore } from '../helpers/testCore.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

/**
 * A class of five in program year 2025–26, seen on 30 June 2026: two gain (one of them two levels), one stays, one was
 * tested again too early, one never again.
 */
async function withYear() {
  const test = await signedInCore({ today: '2026-06-30' })
  open.push(test)
  const { api } = test
  const learnerIds: number[] = []
  for (const familyName of ['Abe', 'Báez', 'Cruz', 'Díaz', 'Eze'])
    learnerIds.push((await api.learners.create({ familyName, givenName: 'Ana' })).learnerId)
  const { sectionId } = await api.sections.create({ code: 'ESL 4A', name: 'English 4' })
  await api.sections.addMembers({ sectionId, learnerIds })
  const [abe, baez, cruz, diaz, eze] = learnerIds as [number, number, number, number, number]
  const tested = (learnerId: number, testedOn: string, scoreText: string, form = '623R') =>
    readingEntry(learnerId, { testedOn, scoreText, form })
  const early = { earlyReason: 'Left the program' }
  const hours = (learnerId: number, count: number) =>
    api.instructionHours.record({
      learnerId,
      facts: { component: 'english', periodFrom: '2025-09-10', periodTo: '2025-11-30', hours: count },
    })
  for (const learnerId of [abe, baez, cruz, eze]) await hours(learnerId, 60)
  await hours(diaz, 11)
  await api.assessments.record({
    sectionId,
    entries: [
      tested(abe, '2025-09-02', '205'),
      tested(abe, '2025-12-10', '218', '624R'),
      tested(baez, '2025-09-02', '210'),
      tested(baez, '2025-12-10', '219', '624R'),
      tested(cruz, '2025-09-02', '205'),
      tested(cruz, '2025-12-10', '204', '624R'),
      tested(diaz, '2025-09-02', '205'),
      { ...tested(diaz, '2025-12-10', '230', '624R'), ...early },
      tested(eze, '2025-09-02', '212'),
    ],
  })
  return { ...test, sectionId, abe, baez, cruz, diaz, eze }
}

test('gains are counted in all, by entry level and by class, over those with a pre-test', async () => {
  const { api, sectionId } = await withYear()
  const report = await api.gains.report({})
  expect(report).toMatchObject({
    programYear: 2026,
    from: '2025-07-01',
    to: '2026-06-30',
    programYears: [2026],
  })
  const counts = report.lines.map(
    ({ kind, key, preTested, postTested, gained, levelsGained, hoursPerLevel }) => [
      kind,
      key,
      preTested,
      postTested,
      gained,
      levelsGained,
      hoursPerLevel,
    ],
  )
  expect(counts).toEqual([
    ['total', '', 5, 3, 2, 3, 40],
    ['entryLevel', '3', 3, 2, 1, 2, 30],
    ['entryLevel', '4', 2, 1, 1, 1, 60],
    ['section', String(sectionId), 5, 3, 2, 3, 40],
  ])
  expect(report.lines[0]).toMatchObject({
    gainRate: { numerator: 2, denominator: 5, percent: 40, isSmallGroup: true },
    postTestRate: { percent: 60 },
  })
})

test('behind a line stand its learners, with both tests or the reason why nothing was measured', async () => {
  const { api, abe, cruz, diaz, eze } = await withYear()
  const line = { programYear: 2026, skillArea: 'reading' } as const
  const ask = (number: 'preTested' | 'gained', key = '') =>
    api.explain.gains({ ...line, kind: key === '' ? 'total' : 'entryLevel', key, number })
  const { rows } = await ask('preTested')
  expect(rows.map(({ learner, facts }) => [learner?.familyName, facts.at(-1)])).toEqual([
    ['Abe', { kind: 'remark', remark: 'levels', number: 2 }],
    ['Báez', { kind: 'remark', remark: 'levels', number: 1 }],
    ['Cruz', { kind: 'remark', remark: 'hoursBetween', number: 60 }],
    ['Díaz', { kind: 'remark', remark: 'tooFewHours' }],
    ['Eze', { kind: 'remark', remark: 'noPostTest' }],
  ])
  expect(rows[0]).toMatchObject({
    learner: { learnerId: abe },
    facts: [
      { day: '2025-09-02' },
      { text: '623R: 205' },
      { level: 3 },
      { day: '2025-12-10' },
      { text: '624R: 218' },
      { level: 5 },
      { remark: 'hoursBetween', number: 60 },
      { remark: 'levels' },
    ],
  })
  const third = (await ask('preTested', '3')).rows.map(({ learner }) => learner?.learnerId)
  expect(third).toEqual([abe, cruz, diaz])
  expect(third).not.toContain(eze)
  const perLevel = await api.explain.gains({ ...line, kind: 'total', key: '', number: 'hoursPerLevel' })
  expect(perLevel.value).toEqual({ kind: 'hoursPerLevel', hours: 120, levels: 3, hoursPerLevel: 40 })
  expect(perLevel.groups).toEqual([{ id: 'gained', total: 2, sum: 120 }])
})

test('a learner’s own page has the same gains by year, the reason of an early test, and the next form', async () => {
  const { api, abe, diaz, eze } = await withYear()
  const [year] = await api.gains.ofLearner({ learnerId: abe })
  expect(year).toMatchObject({
    programYear: 2026,
    gains: [
      {
        ...{ skillArea: 'reading', state: 'gained', levels: 2, hours: 60, minimumHours: 40 },
        next: { state: 'notDue', hoursMissing: 40, form: '623R', generationEnded: false },
      },
    ],
  })
  const [early] = (await api.gains.ofLearner({ learnerId: diaz }))[0]!.gains
  expect(early).toMatchObject({
    ...{ state: 'notMeasured', reason: 'tooFewHours', hours: 11, minimumHours: 40 },
    about: { form: '624R', earlyReason: 'Left the program' },
  })
  const [waiting] = (await api.gains.ofLearner({ learnerId: eze }))[0]!.gains
  expect(waiting).toMatchObject({ reason: 'noPostTest', about: null, next: { state: 'due', form: '624R' } })
})

test('Table 4 has each participant once, and its rows add up', async () => {
  const { api } = await withYear()
  const figures = await resultOf(api.gains.federal({ programYear: 2026 }))
  expect(figures).toMatchObject({
    programYear: 2026,
    asOf: '2026-06-30',
    table4: [
      {
        entryLevel: 3,
        participants: 2,
        excluded: 0,
        levelGains: 1,
        trainingGains: 0,
        separated: 1,
        remaining: 0,
        rate: 0.5,
      },
      {
        entryLevel: 4,
        participants: 2,
        excluded: 0,
        levelGains: 1,
        trainingGains: 0,
        separated: 1,
        remaining: 0,
        rate: 0.5,
      },
    ],
    table4Total: { participants: 4, excluded: 0, levelGains: 2, separated: 2, remaining: 0, rate: 0.5 },
    withoutLevel: 0,
    belowTwelveHours: 1,
  })
})

test('Table 11 counts those in a cohort, each row by its own, and says what only the state knows', async () => {
  const { api, core, abe, baez, cruz, diaz } = await withYear()
  const track = await nurseAssistantTrack(core)
  const start = { startDate: '2025-09-08', endDate: '2025-12-19' }
  const { cohortId } = await api.cohorts.create({
    ...{ ...cohortInput(track, start), memberLearnerIds: [abe, baez, cruz, diaz] },
  })
  const db = core.requireOpen().file.writer
  await db.updateTable('cohortMembers').set({ startedOn: '2025-09-08', outcomeOn: '2025-12-19' }).execute()
  const setOutcome = (learnerId: number, values: { outcome: string; reason?: string }) =>
    db.updateTable('cohortMembers').set(values).where('learnerId', '=', learnerId).execute()
  for (const learnerId of [abe, baez, diaz]) await setOutcome(learnerId, { outcome: 'completed' })
  await setOutcome(cruz, { outcome: 'excluded', reason: 'deceased' })
  const { memberRows } = await api.cohorts.get({ cohortId })
  const memberOf = (learnerId: number) => memberRows.find((row) => row.learnerId === learnerId)!.memberId
  const pass = (learnerId: number, partKey: string, takenOn: string) => ({
    ...{ cohortMemberId: memberOf(learnerId), partKey, number: 1, takenOn, result: 'pass' },
    recordedAt: '2026-01-20',
  })
  await db
    .insertInto('attempts')
    .values([
      ...[pass(abe, 'knowledge', '2026-01-12'), pass(abe, 'skills', '2026-01-19')],
      ...[pass(baez, 'knowledge', '2026-01-12'), pass(diaz, 'knowledge', '2026-01-12')],
    ])
    .execute()

  const { table4, table11 } = await resultOf(api.gains.federal({ programYear: 2026 }))
  const row = (id: string) => table11.rows.find((one) => one.id === id)!
  expect(table11).toMatchObject({ excluded: 1, withoutHours: 1 })
  expect(row('levelGain')).toMatchObject({ included: 2, achieved: 2, rate: 1, unknown: null })
  expect(row('exam')).toMatchObject({ included: 2, achieved: 2, rate: 1 })
  expect(row('transcript')).toMatchObject({ included: 2, achieved: null, unknown: 'transcripts' })
  expect(row('employedSecondQuarter')).toMatchObject({ included: 0, achieved: null, unknown: 'wageRecords' })
  // The exam came after the post-test: Table 4 gives credit to it alone.
  expect(
    table4.map(({ levelGains, trainingGains, excluded }) => [levelGains, trainingGains, excluded]),
  ).toEqual([
    [0, 1, 1],
    [0, 1, 0],
  ])
})

test('two years on, Table 11 counts who left with a credential', async () => {
  const test = await signedInCore({ today: '2027-06-30' })
  open.push(test)
  const { api, core } = test
  const track = await nurseAssistantTrack(core)
  const learnerIds: number[] = []
  for (const familyName of ['Abe', 'Báez', 'Cruz'])
    learnerIds.push((await api.learners.create({ familyName, givenName: 'Ana' })).learnerId)
  for (const learnerId of learnerIds)
    await api.instructionHours.record({
      learnerId,
      facts: { component: 'english', periodFrom: '2025-03-03', periodTo: '2025-06-30', hours: 60 },
    })
  const span = { startDate: '2025-03-03', endDate: '2025-06-20' }
  const { cohortId } = await api.cohorts.create({ ...cohortInput(track, span), memberLearnerIds: learnerIds })
  const db = core.requireOpen().file.writer
  await db
    .updateTable('cohortMembers')
    .set({ startedOn: '2025-03-03', outcome: 'completed', outcomeOn: '2025-06-20' })
    .execute()
  const { memberRows } = await api.cohorts.get({ cohortId })
  const days = { Abe: '2026-06-30', Báez: '2026-07-01' }
  for (const { memberId, familyName } of memberRows) {
    const takenOn = days[familyName as keyof typeof days]
    if (takenOn === undefined) continue
    for (const partKey of ['knowledge', 'skills'])
      await db
        .insertInto('attempts')
        .values({
          ...{ cohortMemberId: memberId, partKey, number: 1, takenOn, result: 'pass' },
          recordedAt: '2026-07-02',
        })
        .execute()
  }
  const { table11 } = await resultOf(api.gains.federal({ programYear: 2027 }))
  const row = (id: string) => table11.rows.find((one) => one.id === id)
  // The last service was on 30 June 2025; a credential counts until a year after it.
  expect(row('credential')).toMatchObject({ included: 3, achieved: 1, rate: 0.3333 })
  expect(row('employedFourthQuarter')).toMatchObject({ included: 3, achieved: null })
  expect(row('employedSecondQuarter')).toMatchObject({ included: 0 })
  expect(row('levelGain')).toMatchObject({ included: 0, achieved: 0, rate: null })
})

test('an invented program adds up too: every line within its total, every row of Table 4 in one piece', async () => {
  const test = await signedInCore({ startWith: 'sampleData', today: '2026-06-30' })
  open.push(test)
  const { lines, programYears } = await test.api.gains.report({})
  const totals = lines.filter(({ kind }) => kind === 'total')
  expect(totals.length).toBeGreaterThan(0)
  for (const total of totals) {
    const levels = lines.filter(
      ({ kind, skillArea }) => kind === 'entryLevel' && skillArea === total.skillArea,
    )
    for (const count of ['preTested', 'postTested', 'gained', 'levelsGained'] as const)
      expect(
        levels.reduce((sum, line) => sum + line[count], 0),
        count,
      ).toBe(total[count])
  }
  for (const programYear of programYears) {
    const { table4, table11 } = await resultOf(test.api.gains.federal({ programYear }))
    const gainRows = table11.rows.filter(({ counts }) => counts === 'participants')
    expect(new Set(gainRows.map(({ included }) => included)).size).toBe(1)
    for (const { included, achieved, rate } of table11.rows) {
      expect(achieved ?? 0).toBeLessThanOrEqual(included ?? 0)
      expect(rate === null).toBe(achieved === null || included === 0)
    }
    // In a cohort or not, each gain of Table 11's people stands in Table 4, where the newest alone counts.
    const exam = table11.rows.find(({ id }) => id === 'exam')!.achieved!
    expect(table4.reduce((sum, row) => sum + row.trainingGains, 0)).toBeLessThanOrEqual(exam)
    for (const row of table4) {
      const { participants, excluded, levelGains, trainingGains, separated, remaining } = row
      expect(participants - excluded).toBe(levelGains + trainingGains + separated + remaining)
    }
  }
})

test('time to ready comes from the program’s own pairs of tests, and is not said of too few', async () => {
  const test = await signedInCore({ today: '2026-06-30' })
  open.push(test)
  const { api } = test
  const { sectionId } = await api.sections.create({ code: 'ESL 4A', name: 'English 4' })
  const track = (await api.tracks.list({})).find(({ code }) => code === 'NA')!
  /** A learner who gains `points` in 50 hours: half of them at class meetings, half as a total. */
  async function grown(familyName: string, points: number) {
    const { learnerId } = await api.learners.create({ familyName, givenName: 'Ana', birthDate: '1990-01-01' })
    await api.sections.addMembers({ sectionId, learnerIds: [learnerId] })
    const facts = { component: 'english', periodFrom: '2025-10-01', periodTo: '2025-10-31', hours: 25 }
    await api.instructionHours.record({ learnerId, facts })
    const meetings = ['04', '11', '18', '25', '26'].map((day) => ({
      heldOn: `2025-11-${day}`,
      minutes: 300,
      marks: [{ learnerId, mark: 'present' as const }],
    }))
    await api.attendance.save({ sectionId, meetings })
    await api.assessments.record({
      sectionId,
      entries: [
        readingEntry(learnerId, { testedOn: '2025-09-02', scoreText: '205' }),
        readingEntry(learnerId, { testedOn: '2025-12-10', scoreText: String(205 + points), form: '624R' }),
      ],
    })
    return learnerId
  }
  const first = await grown('Learner 0', 0)
  const way = () => api.gains.wayToTrack({ learnerId: first, trackId: track.id })
  expect((await way()).areas).toEqual([
    { skillArea: 'reading', neededLevel: 5, points: 12, time: { state: 'tooFewPairs', n: 1 } },
  ])
  for (let index = 1; index < 21; index++) await grown(`Learner ${index}`, index)
  // Rates from 0 to 20 points in 50 hours; their quarters are 5 and 15 points.
  expect((await way()).areas).toEqual([
    { skillArea: 'reading', neededLevel: 5, points: 12, time: { state: 'range', n: 21, from: 40, to: 120 } },
  ])
})
