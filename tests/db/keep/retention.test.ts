import { afterAll, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { cohortInput, nurseAssistantTrack } from '../../helpers/nurseAssistant.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
const people = new Map<string, number>()
const idOf = (name: string) => people.get(name)!
const api = () => core.api

/** Today is 1 August 2026; what happened last with each person is in the name of what was recorded. */
beforeAll(async () => {
  core = await signedInCore()
  for (const familyName of ['Old', 'Tested', 'Hours', 'Sits', 'StillIn', 'Evidence', 'Waits', 'Added']) {
    people.set(familyName, (await api().learners.create({ familyName })).learnerId)
  }
  const db = core.core.requireOpen().file.writer
  const longAgo = { createdAt: '2014-02-03T12:00:00.000Z', updatedAt: core.core.now() }
  await db.updateTable('learners').set(longAgo).where('familyName', '!=', 'Added').execute()
  await api().assessments.record({
    sectionId: null,
    entries: [readingEntry(idOf('Tested'), { testedOn: '2025-07-30' })],
  })
  await api().instructionHours.record({
    learnerId: idOf('Hours'),
    facts: { component: 'english', periodFrom: '2021-07-01', periodTo: '2021-08-01', hours: 20 },
  })
  const evidence = { kind: 'component', evidenceKey: 'workReadiness', status: 'done' } as const
  await api().evidence.record({
    learnerId: idOf('Evidence'),
    facts: { ...evidence, onDate: '2021-08-02' },
  })
  const { sectionId } = await api().sections.create({ code: 'ESL-1', name: 'English' })
  await api().sections.addMembers({ sectionId, learnerIds: [idOf('Sits')] })
  const [track] = await api().tracks.list({})
  await api().waitlist.add({ trackId: track!.id, learnerIds: [idOf('Waits')], lookAgainOn: '2027-01-10' })
  const nurse = await nurseAssistantTrack(core.core)
  await api().cohorts.create({
    ...cohortInput(nurse, { startDate: '2019-02-04', endDate: '2019-06-14' }),
    memberLearnerIds: [idOf('StillIn')],
  })
})
afterAll(() => core.dispose())

const namesIn = async (show: 'due' | 'held' | 'unfinished') =>
  (await api().keep.list({ show })).rows.map(({ familyName, lastActivityOn }) => [familyName, lastActivityOn])

test('everything is kept until somebody says how long', async () => {
  expect(await api().keep.overview({})).toEqual({
    retentionYears: null,
    due: 0,
    held: 0,
    unfinished: 0,
    erasedBytesLeft: false,
    lastErasedAt: null,
  })
  expect(await namesIn('due')).toEqual([])
  expect(await api().keep.ofLearner({ learnerId: idOf('Old') })).toMatchObject({
    standing: 'kept',
    oldEnoughOn: null,
  })
})

test('the last thing that happened decides, oldest first; a seat without an outcome stands apart', async () => {
  await api().keep.changeRetention({ retentionYears: 5 })
  expect(await namesIn('due')).toEqual([
    ['Old', '2014-02-03'],
    ['Hours', '2021-08-01'],
  ])
  expect(await namesIn('unfinished')).toEqual([['StillIn', '2019-06-14']])
  expect(await api().keep.overview({})).toMatchObject({ due: 2, unfinished: 1, held: 0 })
  const standing = async (name: string) => {
    const { lastActivityOn, oldEnoughOn, standing } = await api().keep.ofLearner({ learnerId: idOf(name) })
    return [lastActivityOn, oldEnoughOn, standing]
  }
  expect(await standing('Evidence')).toEqual(['2021-08-02', '2026-08-02', 'kept'])
  expect(await standing('Tested')).toEqual(['2025-07-30', '2030-07-30', 'kept'])
  expect(await standing('Sits')).toEqual(['2026-08-01', '2031-08-01', 'kept'])
  expect(await standing('Waits')).toEqual(['2027-01-10', '2032-01-10', 'kept'])
  expect(await standing('Added')).toEqual(['2026-08-01', '2031-08-01', 'kept'])
})

test('a hold takes a record off the list, with its reason and who placed it, until it is lifted', async () => {
  const learnerId = idOf('Old')
  await api().keep.hold({ learnerId, reason: 'Audit of the grant' })
  expect(await namesIn('due')).toEqual([['Hours', '2021-08-01']])
  const [held] = (await api().keep.list({ show: 'held' })).rows
  expect(held).toMatchObject({
    familyName: 'Old',
    standing: 'held',
    hold: { reason: 'Audit of the grant', placedOn: '2026-08-01', placedByName: 'Alma Rivera' },
  })
  expect(await failureOf(api().keep.hold({ learnerId, reason: 'Again' }))).toMatchObject({
    code: 'keep.alreadyHeld',
  })
  await api().keep.liftHold({ learnerId })
  expect(await failureOf(api().keep.liftHold({ learnerId }))).toMatchObject({ values: { what: 'hold' } })
  expect((await api().keep.overview({})).due).toBe(2)
})

test('a window of the list, and erasing those who are due', async () => {
  const second = await api().keep.list({ show: 'due', offset: 1, limit: 1 })
  expect([second.total, second.rows.map(({ familyName }) => familyName)]).toEqual([2, ['Hours']])
  const learnerIds = [idOf('Old'), idOf('Hours')]
  const { goes } = await resultOf(
    api().keep.erase({ learnerIds, reason: 'pastRetention', confirmation: '2' }),
  )
  expect(goes).toMatchObject({ people: 2, hours: 1 })
  expect((await api().keep.overview({})).due).toBe(0)
})

test('how long records are kept is between one and fifty years', async () => {
  for (const retentionYears of [0, 51, 2.5]) {
    expect(await failureOf(api().keep.changeRetention({ retentionYears }))).toMatchObject({
      kind: 'invalidInput',
    })
  }
})

test('a director looks and holds, and neither sets the time nor erases', async () => {
  const { caller } = core.core
  core.core.accountChanged({ ...caller!, roles: ['director'] })
  const learnerId = idOf('StillIn')
  expect((await api().keep.list({ show: 'unfinished' })).total).toBe(1)
  await api().keep.hold({ learnerId, reason: 'Asked by the college' })
  const refusals = [
    api().keep.changeRetention({ retentionYears: 7 }),
    api().keep.previewErase({ learnerIds: [learnerId] }),
    resultOf(api().keep.erase({ learnerIds: [learnerId], reason: 'personAsked', confirmation: 'StillIn' })),
  ]
  for (const call of refusals) expect((await failureOf(call)).kind).toBe('notAllowed')
  core.core.accountChanged(caller!)
})
