import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { enterSampleLearners } from '../helpers/sampleLearners.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { signInAs } from '../helpers/signInAs.ts'

type TestCore = Awaited<ReturnType<typeof signedInCore>>
let program: TestCore
let trackId = 0
let screeningId = 0

beforeEach(async () => {
  program = await signedInCore({ today: '2026-08-01' })
  await enterSampleLearners(program.core)
  trackId = (await program.api.tracks.list({})).find(({ code }) => code === 'NA')!.id
  const ran = await resultOf(
    program.api.screenings.run({
      trackId,
      startDate: '2026-08-24',
      asOf: '2026-08-01',
      pool: { kind: 'allActive' },
    }),
  )
  screeningId = ran.screeningId
})
afterEach(() => program.dispose())

const idsWith = async (filter: object) =>
  (await program.api.screenings.results({ screeningId, filter, limit: 500 })).rows.map(
    ({ learnerId }) => learnerId,
  )
const decide = (
  decision: 'invite' | 'waitlist' | 'refer' | 'decline',
  whom: object,
  reason: string | null = null,
) => program.api.screenings.decide({ screeningId, whom: whom as never, decision, reason })
const chosen = (...learnerIds: number[]) => ({ kind: 'chosen', learnerIds })
const waitingIds = async () =>
  (await program.api.waitlist.list({ trackId })).rows.map(({ learnerId }) => learnerId)

test('all who are eligible are invited at once, and make up the cohort', async () => {
  const { decided } = await decide('invite', { kind: 'shown', filter: { result: 'eligible' } })
  expect(decided).toBe(43)
  const invited = await program.api.screenings.invited({ screeningId })
  expect(invited.map(({ learnerId }) => learnerId).sort()).toEqual(
    (await idsWith({ decision: 'invite' })).sort(),
  )
  expect((await program.api.screenings.get({ id: screeningId })).decisions).toEqual({
    invite: 43,
    waitlist: 0,
    refer: 0,
    decline: 0,
  })
  const track = await program.api.tracks.get({ id: trackId })
  const { cohortId } = await program.api.cohorts.create({
    code: 'NA-C9',
    trackId,
    credentialId: track.credentials[0]!.id,
    site: 'Central',
    term: null,
    startDate: '2026-08-24',
    endDate: '2026-12-11',
    seats: 50,
    staff: [],
    deliveryFeatures: [],
    memberLearnerIds: invited.map(({ learnerId }) => learnerId),
    screeningId,
  })
  const members = await program.core
    .requireOpen()
    .file.reader.selectFrom('cohortMembers')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('screeningId', '=', screeningId)
    .execute()
  expect(members).toHaveLength(43)
})

test('a decision against the result needs a reason', async () => {
  const [notYet] = await idsWith({ result: 'notYet' })
  const [eligible] = await idsWith({ result: 'eligible' })
  for (const [decision, learnerId] of [
    ['invite', notYet],
    ['decline', eligible],
    ['refer', eligible],
  ] as const) {
    const refusal = await failureOf(decide(decision, chosen(learnerId!)))
    expect(refusal.fields).toEqual([
      { path: 'reason', code: 'screening.reasonNeeded', values: { people: 1 } },
    ])
    expect((await decide(decision, chosen(learnerId!), 'Spoke with the instructor.')).decided).toBe(1)
  }
  expect((await decide('refer', chosen(notYet!))).decided).toBe(1)
})

test('the waiting list keeps its order, and an invitation takes people off it', async () => {
  const [first, second, third] = await idsWith({ result: 'eligible' })
  await decide('waitlist', chosen(first!, second!))
  await decide('waitlist', chosen(third!, first!))
  expect(await waitingIds()).toEqual([first, second, third])
  await decide('invite', chosen(second!))
  expect(await waitingIds()).toEqual([first, third])
  const { rows } = await program.api.waitlist.list({ trackId })
  expect(rows[1]).toMatchObject({ position: 2, addedOn: '2026-08-01', screeningId })
  await program.api.waitlist.move({ id: rows[1]!.id, position: 1 })
  expect(await waitingIds()).toEqual([third, first])
  await program.api.waitlist.change({ id: rows[0]!.id, lookAgainOn: '2026-10-01', note: 'After the test' })
  await program.api.waitlist.remove({ id: rows[1]!.id, reason: null })
  const left = await program.api.waitlist.list({ trackId })
  expect(left.rows).toMatchObject([{ learnerId: first, lookAgainOn: '2026-10-01', note: 'After the test' }])
  await program.api.waitlist.restore({ id: rows[1]!.id })
  expect(await waitingIds()).toEqual([third, first])
})

test('undoing a decision brings back the one before, and the place in line', async () => {
  const [one, other] = await idsWith({ result: 'eligible' })
  const waiting = await decide('waitlist', chosen(one!, other!))
  const invited = await decide('invite', chosen(one!))
  expect(
    await failureOf(program.api.screenings.undoDecisions({ decisionIds: waiting.decisionIds })),
  ).toMatchObject({
    code: 'screening.decidedAgain',
  })
  await program.api.screenings.undoDecisions({ decisionIds: invited.decisionIds })
  expect(await waitingIds()).toEqual([one, other])
  const result = await program.api.screenings.result({ screeningId, learnerId: one! })
  expect(result.decision).toMatchObject({ decision: 'waitlist' })
  await program.api.screenings.undoDecisions({ decisionIds: waiting.decisionIds })
  expect(await waitingIds()).toEqual([])
  expect(await idsWith({ decision: 'none' })).toHaveLength(180)
})

test('many decisions are taken back at once, and none of them if one has been decided again', async () => {
  const all = await decide('refer', { kind: 'shown', filter: { result: 'notYet' } })
  const [one] = await idsWith({ result: 'notYet' })
  const again = await decide('waitlist', chosen(one!))
  const undo = (decisionIds: number[]) => program.api.screenings.undoDecisions({ decisionIds })
  expect(await failureOf(undo(all.decisionIds))).toMatchObject({ code: 'screening.decidedAgain' })
  expect(await idsWith({ decision: 'none' })).toHaveLength(82)
  expect((await undo([...all.decisionIds, ...again.decisionIds])).undone).toBe(99)
  expect(await idsWith({ decision: 'none' })).toHaveLength(180)
  expect(await waitingIds()).toEqual([])
  expect(await failureOf(undo(again.decisionIds))).toMatchObject({ kind: 'notFound' })
})

test('each decision leaves an audit row at the learner', async () => {
  const [one] = await idsWith({ result: 'notYet' })
  await decide('refer', chosen(one!), 'ESL level 4 in the evening.')
  const rows = await program.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'screenings.decide')
    .execute()
  expect(rows).toMatchObject([{ subject: 'learner', subjectId: one }])
  expect(JSON.parse(rows[0]!.after!)).toEqual({
    screeningId,
    decision: 'refer',
    reason: 'ESL level 4 in the evening.',
  })
})

test('a viewer reads screenings and decides nothing', async () => {
  const { api } = program
  const [one] = await idsWith({ result: 'eligible' })
  await signInAs(api, 'Vera Viewer', ['viewer'])
  expect((await api.screenings.list({})).total).toBe(1)
  expect(await idsWith({ result: 'eligible' })).toHaveLength(43)
  expect(await failureOf(decide('invite', chosen(one!)))).toMatchObject({ kind: 'notAllowed' })
  const waiving = api.waivers.grant({ learnerId: one!, trackId, requirementKey: 'reading', reason: 'No' })
  expect(await failureOf(waiving)).toMatchObject({ kind: 'notAllowed' })
  const running = resultOf(
    api.screenings.run({ trackId, startDate: '2026-08-24', asOf: '2026-08-01', pool: { kind: 'allActive' } }),
  )
  expect(await failureOf(running)).toMatchObject({ kind: 'notAllowed' })
  expect(await failureOf(api.waitlist.add({ trackId, learnerIds: [one!] }))).toMatchObject({
    kind: 'notAllowed',
  })
})
