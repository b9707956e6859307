import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AttemptEntry } from '../../shared/contract/attempts.ts'
import { dateInMessage } from '../../shared/values/dates.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { cohortInput, nurseAssistantTrack } from '../helpers/nurseAssistant.ts'
import { signedInCore } from '../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let cohortId: number
let memberId: number

/** One member who started on 9 September 2024 and completed on 13 December 2024: the window ends two years later. */
beforeEach(async () => {
  core = await signedInCore({ today: '2027-02-01' })
  const track = await nurseAssistantTrack(core.core)
  const { learnerId } = await core.api.learners.create({ familyName: 'Ouyang', givenName: 'Wei' })
  const facts = cohortInput(track, { startDate: '2024-09-09', endDate: '2024-12-13' })
  cohortId = (await core.api.cohorts.create({ ...facts, memberLearnerIds: [learnerId] })).cohortId
  memberId = (await core.api.cohorts.get({ cohortId })).memberRows[0]!.memberId
  const completed = { startedOn: '2024-09-09', outcome: 'completed' as const, outcomeOn: '2024-12-13' }
  await core.api.cohorts.changeMembers({ cohortId, members: [{ memberId, ...completed, reason: null }] })
})
afterEach(() => core.dispose())

type Short = [part: string, number: number, takenOn: string, result: AttemptEntry['result'], reason?: string]
const entry = ([part, number, takenOn, result, overrideReason]: Short) => ({
  ...{ memberId, part, number, takenOn, result },
  overrideReason: overrideReason ?? null,
})
const record = (...attempts: Short[]) => core.api.attempts.record({ cohortId, attempts: attempts.map(entry) })
const row = async (asOf?: string) =>
  (await core.api.attempts.grid({ cohortId, ...(asOf === undefined ? {} : { asOf }) })).rows[0]!

test('the grid has room for every allowed attempt and says where each person stands', async () => {
  await record(['knowledge', 1, '2025-01-07', 'pass'], ['skills', 1, '2025-01-07', 'fail'])
  await record(['skills', 2, '2025-02-04', 'pass'])
  const grid = await core.api.attempts.grid({ cohortId })
  expect(grid.columns).toBe(3)
  expect(grid.rows[0]).toMatchObject({
    certifiedOn: '2025-02-04',
    windowCloses: '2026-12-13',
    pending: false,
    warnings: [],
  })
  expect(grid.rows[0]!.parts).toMatchObject([
    { part: 'knowledge', attemptsUsed: 1, attemptsLeft: 2 },
    { part: 'skills', attemptsUsed: 2, attemptsLeft: 1 },
  ])
})

const refusals: [what: string, Short[], path: string, code: string][] = [
  ['in the future', [['skills', 1, '2027-02-02', 'pass']], 'attempts.0.takenOn', 'inFuture'],
  ['before the course', [['skills', 1, '2024-09-08', 'pass']], 'attempts.0.takenOn', 'beforeStart'],
  ['at an unknown part', [['spelling', 1, '2025-01-07', 'pass']], 'attempts.0.takenOn', 'unknownPart'],
  ['whose number skips one', [['skills', 2, '2025-01-07', 'pass']], 'attempts.0.takenOn', 'numberSkipped'],
  [
    'before the one before it',
    [
      ['skills', 1, '2025-02-07', 'fail'],
      ['skills', 2, '2025-02-06', 'pass'],
    ],
    'attempts.1.takenOn',
    'outOfOrder',
  ],
  [
    'after a pass',
    [
      ['skills', 1, '2025-02-07', 'pass'],
      ['skills', 2, '2025-02-08', 'pass'],
    ],
    'attempts.1.result',
    'afterPass',
  ],
  [
    'beyond the limit',
    [
      ['skills', 1, '2025-02-07', 'fail'],
      ['skills', 2, '2025-02-08', 'fail'],
      ['skills', 3, '2025-02-09', 'fail'],
      ['skills', 4, '2025-02-10', 'pass'],
    ],
    'attempts.3.takenOn',
    'beyondLimit',
  ],
  ['after the window', [['skills', 1, '2026-12-14', 'pass']], 'attempts.0.takenOn', 'afterWindow'],
  [
    'entered twice',
    [
      ['skills', 1, '2025-02-07', 'pass'],
      ['skills', 1, '2025-02-07', 'pass'],
    ],
    'attempts.1.takenOn',
    'twice',
  ],
]
test.each(refusals)(
  'an attempt %s is refused and nothing is recorded',
  async (_what, entries, path, code) => {
    const failure = await failureOf(record(...entries))
    expect(failure.fields).toMatchObject([{ path, code: `attempts.${code}` }])
    expect((await row()).attempts).toEqual([])
  },
)

test('an attempt of somebody who has not started is refused', async () => {
  const { learnerId } = await core.api.learners.create({ familyName: 'Aye' })
  await core.api.cohorts.addMembers({ cohortId, learnerIds: [learnerId] })
  const { rows } = await core.api.attempts.grid({ cohortId })
  const waiting = rows.find((other) => other.learnerId === learnerId)!
  const attempt = { ...entry(['skills', 1, '2025-02-07', 'pass']), memberId: waiting.memberId }
  const failure = await failureOf(core.api.attempts.record({ cohortId, attempts: [attempt] }))
  expect(failure.fields).toMatchObject([{ code: 'attempts.notStarted' }])
})

test('a reason lets an attempt past the limit or the window be recorded, not certify', async () => {
  await record(['skills', 1, '2025-02-07', 'pass'], ['knowledge', 1, '2025-02-07', 'fail'])
  const failure = await failureOf(record(['knowledge', 2, '2026-12-14', 'pass']))
  expect(failure.fields).toEqual([
    {
      path: 'attempts.0.takenOn',
      code: 'attempts.afterWindow',
      values: { day: dateInMessage('2026-12-13') },
    },
  ])
  await record(['knowledge', 2, '2026-12-14', 'pass', 'The state extended the time'])
  expect(await row()).toMatchObject({ certifiedOn: null, pending: false })
  expect((await row()).attempts.at(-1)).toMatchObject({ overrideReason: 'The state extended the time' })
})

test('a reason does not help with what cannot be', async () => {
  const failure = await failureOf(record(['skills', 1, '2024-09-08', 'pass', 'She was quick']))
  expect(failure.fields).toMatchObject([{ code: 'attempts.beforeStart' }])
})

test('taking out or moving an attempt that others follow is refused at that entry', async () => {
  await record(['skills', 1, '2025-02-07', 'fail'], ['skills', 2, '2025-03-07', 'pass'])
  const out = { ...entry(['skills', 1, '2025-02-07', 'fail']), takenOn: null, result: null }
  expect((await failureOf(core.api.attempts.record({ cohortId, attempts: [out] }))).fields).toMatchObject([
    { path: 'attempts.0.takenOn', code: 'attempts.numberSkipped' },
  ])
  expect((await failureOf(record(['skills', 1, '2025-03-08', 'fail']))).fields).toMatchObject([
    { path: 'attempts.0.takenOn', code: 'attempts.outOfOrder' },
  ])
  const both = [out, { ...out, number: 2 }]
  expect(await core.api.attempts.record({ cohortId, attempts: both })).toEqual({ recorded: 0, removed: 2 })
  expect((await row()).attempts).toEqual([])
})

test('half an entry is refused where the other half is missing', async () => {
  const attempt = { ...entry(['skills', 1, '2025-02-07', 'pass']), takenOn: null }
  expect((await failureOf(core.api.attempts.record({ cohortId, attempts: [attempt] }))).fields).toEqual([
    { path: 'attempts.0.takenOn', code: 'required', values: {} },
  ])
})

test('recording the same again changes nothing', async () => {
  await record(['skills', 1, '2025-02-07', 'pass'])
  expect(await record(['skills', 1, '2025-02-07', 'pass'])).toEqual({ recorded: 0, removed: 0 })
})

test('an awaited result stays awaited in a report as of the days before it came', async () => {
  await record(['skills', 1, '2025-02-07', 'waiting'])
  await record(['skills', 1, '2025-02-07', 'pass'])
  expect((await row('2027-01-31')).parts[1]).toMatchObject({ passedOn: null, waiting: true })
  expect((await row('2027-02-01')).parts[1]).toMatchObject({ passedOn: '2025-02-07', waiting: false })
})

describe('warnings', () => {
  test('announce the last attempt and the end of the window, then that both have passed', async () => {
    await record(['skills', 1, '2025-02-07', 'fail'], ['skills', 2, '2025-03-07', 'fail'])
    expect((await row('2026-10-01')).warnings).toEqual([
      { kind: 'windowCloses', on: '2026-12-13', daysLeft: 73 },
      { kind: 'lastAttempt', part: 'skills' },
    ])
    await record(['skills', 3, '2025-04-07', 'fail'])
    expect((await row('2026-01-01')).warnings).toEqual([{ kind: 'noAttemptsLeft', part: 'skills' }])
    expect((await row('2026-12-14')).warnings).toEqual([{ kind: 'windowClosed', on: '2026-12-13' }])
    const { certification } = await core.api.cohorts.get({ cohortId, asOf: '2026-01-01' })
    expect(certification).toMatchObject({ pending: 1, certified: 0, completersNotTested: 1 })
  })

  test('do not chase those who left', async () => {
    await core.api.cohorts.changeMembers({
      cohortId,
      members: [
        {
          ...{ memberId, startedOn: '2024-09-09', outcome: 'withdrew' as const },
          ...{ outcomeOn: '2024-11-01', reason: 'movedAway' as const },
        },
      ],
    })
    await record(['skills', 1, '2025-02-07', 'fail'], ['skills', 2, '2025-03-07', 'fail'])
    expect((await row()).warnings).toEqual([])
  })
})

test('without a credential attempts are refused', async () => {
  const track = await nurseAssistantTrack(core.core, 'CHC')
  const facts = cohortInput({ ...track }, { code: 'CC-1', credentialId: null })
  const other = await core.api.cohorts.create(facts)
  expect(await core.api.attempts.grid(other)).toMatchObject({ credential: null, rows: [] })
  const attempts = [entry(['skills', 1, '2025-02-07', 'pass'])]
  expect((await failureOf(core.api.attempts.record({ ...other, attempts }))).code).toBe(
    'attempts.noCredential',
  )
})
