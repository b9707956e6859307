import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberChange } from '../../shared/contract/cohorts.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { cohortInput, nurseAssistantTrack, type NurseAssistant } from '../helpers/nurseAssistant.ts'
import { signedInCore } from '../helpers/testCore.ts'

const today = '2026-08-01'
let core: Awaited<ReturnType<typeof signedInCore>>
let track: NurseAssistant

beforeEach(async () => {
  core = await signedInCore({ today })
  track = await nurseAssistantTrack(core.core)
})
afterEach(() => core.dispose())

const learners = async (count: number) => {
  const ids: number[] = []
  for (let number = 1; number <= count; number++) {
    ids.push((await core.api.learners.create({ familyName: `Familia ${number}` })).learnerId)
  }
  return ids
}

const lessons = { whatFailed: 'Two bus lines were cut.', whatToChange: 'Start at ten.' }

/** A cohort from 2 February to 12 June with so many members, none of whom has started. */
async function cohortOf(count: number, changes: Parameters<typeof cohortInput>[1] = {}) {
  const ids = await learners(count)
  const { cohortId } = await core.api.cohorts.create({
    ...cohortInput(track, changes),
    memberLearnerIds: ids,
  })
  const { memberRows } = await core.api.cohorts.get({ cohortId })
  return { cohortId, learnerIds: ids, memberIds: memberRows.map(({ memberId }) => memberId) }
}

const member = (memberId: number, changes: Partial<MemberChange> = {}): MemberChange => ({
  memberId,
  startedOn: '2026-02-02',
  outcome: 'stillIn',
  outcomeOn: null,
  reason: null,
  reasonNote: null,
  ...changes,
})

describe('forming a cohort', () => {
  test('takes the rules in force on the first day, and counts seats left', async () => {
    const db = core.core.requireOpen().file.writer
    const later = { trackId: track.trackId, requirements: '[]', createdAt: core.core.now() }
    await db
      .insertInto('trackVersions')
      .values([
        { ...later, version: 2, effectiveFrom: '2026-02-02' },
        { ...later, version: 3, effectiveFrom: '2026-02-03' },
      ])
      .execute()
    const { cohortId } = await cohortOf(3, { seats: 5 })
    const cohort = await core.api.cohorts.get({ cohortId })
    expect(cohort.trackVersion).toMatchObject({ version: 2 })
    expect(cohort).toMatchObject({ seats: 5, seatsLeft: 2, members: 3, state: 'ended' })
    expect(cohort.credential?.parts.map(({ key }) => key)).toEqual(['knowledge', 'skills'])
  })

  test('refuses a code in use, an end before the start, a paused track and another track’s credential', async () => {
    const other = await nurseAssistantTrack(core.core, 'PHB')
    await cohortOf(0)
    const wrong = cohortInput(track, {
      code: ' na-1',
      endDate: '2026-01-31',
      credentialId: other.credentialId,
    })
    const failure = await failureOf(core.api.cohorts.create(wrong))
    expect(failure.fields.map(({ path, code }) => [path, code])).toEqual([
      ['code', 'cohorts.codeTaken'],
      ['credentialId', 'cohorts.credentialOfOtherTrack'],
      ['endDate', 'cohorts.endsBeforeStart'],
    ])
    await core.core.requireOpen().file.writer.updateTable('tracks').set({ status: 'paused' }).execute()
    const future = cohortInput(track, { code: 'NA-9', startDate: '2026-09-01', endDate: '2026-12-11' })
    expect((await failureOf(core.api.cohorts.create(future))).fields).toMatchObject([
      { path: 'trackId', code: 'cohorts.trackPaused' },
    ])
    await core.api.cohorts.create(cohortInput(track, { code: 'NA-OLD' }))
  })

  test('refuses more members than seats and forms nothing', async () => {
    const ids = await learners(3)
    const create = core.api.cohorts.create({
      ...cohortInput(track, { seats: 2 }),
      memberLearnerIds: ids,
    })
    expect(await failureOf(create)).toMatchObject({
      code: 'cohorts.tooFewSeats',
      values: { left: 2, chosen: 3 },
    })
    expect((await core.api.cohorts.list({})).total).toBe(0)
  })

  test('from a screening takes only those whose newest decision is an invitation', async () => {
    const db = core.core.requireOpen().file.writer
    const [invited, declined] = await learners(2)
    const { id: screeningId } = await db
      .insertInto('screenings')
      .values({
        trackId: track.trackId,
        trackVersionId: track.trackVersionId,
        startDate: '2026-08-24',
        asOf: today,
        pool: '{}',
        requirements: '[]',
        counts: '{}',
        createdAt: core.core.now(),
        createdByName: 'Alma Rivera',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const decide = async (learnerId: number, decision: string) => {
      const decided = { decidedAt: core.core.now(), decidedByName: 'Alma Rivera' }
      await db
        .insertInto('decisions')
        .values({ screeningId, learnerId, decision, ...decided })
        .execute()
    }
    await decide(invited!, 'waitlist')
    await decide(invited!, 'invite')
    await decide(declined!, 'invite')
    await decide(declined!, 'decline')
    const both = {
      ...cohortInput(track),
      memberLearnerIds: [invited!, declined!],
      screeningId,
    }
    expect(await failureOf(core.api.cohorts.create(both))).toMatchObject({
      code: 'cohorts.notInvited',
      values: { count: 1 },
    })
    const { cohortId } = await core.api.cohorts.create({ ...both, memberLearnerIds: [invited!] })
    expect((await core.api.cohorts.get({ cohortId })).memberRows).toMatchObject([
      { learnerId: invited, screeningId },
    ])
  })

  test('takes its members off the waiting list of the track', async () => {
    const [first, second] = await learners(2)
    const { trackId } = track
    await core.api.waitlist.add({ trackId, learnerIds: [first!, second!] })
    await core.api.cohorts.create({ ...cohortInput(track), memberLearnerIds: [first!] })
    expect(await core.api.waitlist.list({ trackId })).toMatchObject({
      total: 1,
      rows: [{ learnerId: second, position: 1 }],
    })
  })

  test('works out the entry level from the tests up to the first day', async () => {
    const [id] = await learners(1)
    const db = core.core.requireOpen().file.writer
    const testOn = (testedOn: string, skillArea: string, level: number, score: number) => ({
      ...{ learnerId: id!, testedOn, skillArea, level, score, scoreText: String(score) },
      ...{ instrument: `CASAS ${skillArea}`, form: testedOn, recordedAt: core.core.now() },
    })
    await db
      .insertInto('assessments')
      .values([
        testOn('2025-09-01', 'reading', 3, 200),
        testOn('2026-01-15', 'reading', 5, 220),
        testOn('2026-01-15', 'listening', 4, 212),
        testOn('2026-03-01', 'listening', 6, 230),
      ])
      .execute()
    const { cohortId } = await core.api.cohorts.create({
      ...cohortInput(track),
      memberLearnerIds: [id!],
    })
    expect((await core.api.cohorts.get({ cohortId })).memberRows[0]).toMatchObject({ entryLevel: 4 })
  })
})

describe('members', () => {
  test('are added once, and their outcomes are recorded many at once', async () => {
    const { cohortId, learnerIds, memberIds } = await cohortOf(3)
    const [more] = await learners(1)
    expect(await core.api.cohorts.addMembers({ cohortId, learnerIds: [...learnerIds, more!] })).toEqual({
      added: 1,
      alreadyIn: 3,
    })
    await core.api.cohorts.changeMembers({
      cohortId,
      members: [
        member(memberIds[0]!, { outcome: 'completed', outcomeOn: '2026-06-12' }),
        member(memberIds[1]!, { outcome: 'withdrew', outcomeOn: '2026-03-01', reason: 'transport' }),
        member(memberIds[2]!, { startedOn: null, outcome: 'didNotStart' }),
      ],
    })
    const cohort = await core.api.cohorts.get({ cohortId })
    expect(cohort.completion).toEqual({
      ...{ didNotStart: 1, notYetStarted: 1, enrolled: 2 },
      ...{ completed: 1, withdrew: 1, excluded: 0, stillIn: 0 },
    })
    expect(cohort.memberRows.map(({ status }) => status).sort()).toEqual([
      'completed',
      'didNotStart',
      'notYetStarted',
      'withdrew',
    ])
  })

  const wrong: [what: string, change: Partial<MemberChange>, field: string, code: string][] = [
    ['a start in the future', { startedOn: '2026-08-02' }, 'startedOn', 'startedInFuture'],
    ['a start before the cohort', { startedOn: '2026-02-01' }, 'startedOn', 'startedBeforeCohort'],
    ['a start after the cohort', { startedOn: '2026-06-13' }, 'startedOn', 'startedAfterCohort'],
    ['a start of somebody who did not', { outcome: 'didNotStart' }, 'startedOn', 'startedAndDidNotStart'],
    [
      'an outcome without a start',
      { startedOn: null, outcome: 'completed', outcomeOn: '2026-06-12' },
      'startedOn',
      'startMissing',
    ],
    ['a date of nothing', { outcomeOn: '2026-03-01' }, 'outcomeOn', 'dateWithoutOutcome'],
    ['an outcome without a date', { outcome: 'completed' }, 'outcomeOn', 'outcomeDateMissing'],
    [
      'an outcome in the future',
      { outcome: 'completed', outcomeOn: '2026-08-02' },
      'outcomeOn',
      'outcomeInFuture',
    ],
    [
      'an outcome before the start',
      { startedOn: '2026-03-02', outcome: 'completed', outcomeOn: '2026-03-01' },
      'outcomeOn',
      'outcomeBeforeStart',
    ],
    [
      'a reason for completing',
      { outcome: 'completed', outcomeOn: '2026-06-12', reason: 'health' },
      'reason',
      'reasonWithoutLeaving',
    ],
    ['leaving without a reason', { outcome: 'withdrew', outcomeOn: '2026-03-01' }, 'reason', 'reasonMissing'],
    [
      'an exclusion for a withdrawal’s reason',
      { outcome: 'excluded', outcomeOn: '2026-03-01', reason: 'transport' },
      'reason',
      'reasonDoesNotFit',
    ],
    [
      'another reason without words',
      { outcome: 'withdrew', outcomeOn: '2026-03-01', reason: 'other' },
      'reasonNote',
      'reasonNoteMissing',
    ],
  ]
  test.each(wrong)('refuses %s at its field and changes nobody', async (_what, change, field, code) => {
    const { cohortId, memberIds } = await cohortOf(2)
    const call = core.api.cohorts.changeMembers({
      cohortId,
      members: [member(memberIds[0]!), member(memberIds[1]!, change)],
    })
    const failure = await failureOf(call)
    expect(failure.fields).toMatchObject([{ path: `members.1.${field}`, code: `cohorts.${code}` }])
    const { memberRows } = await core.api.cohorts.get({ cohortId })
    expect(memberRows.map(({ startedOn }) => startedOn)).toEqual([null, null])
  })

  test('are removed freely before the first day, and afterwards only with a reason', async () => {
    const past = await cohortOf(1)
    const removal = { memberId: past.memberIds[0]!, reason: null }
    expect((await failureOf(core.api.cohorts.removeMember(removal))).fields).toMatchObject([
      { path: 'reason', code: 'cohorts.removalReasonMissing' },
    ])
    await core.api.cohorts.removeMember({ ...removal, reason: 'Two people of one name' })
    const future = await cohortOf(1, { code: 'NA-2', startDate: '2026-08-24', endDate: '2026-12-11' })
    await core.api.cohorts.removeMember({ memberId: future.memberIds[0]!, reason: null })
    for (const { cohortId } of [past, future]) {
      expect((await core.api.cohorts.get({ cohortId })).members).toBe(0)
    }
  })

  test('with exam attempts on record stay', async () => {
    const { cohortId, memberIds } = await cohortOf(1)
    await core.api.cohorts.changeMembers({ cohortId, members: [member(memberIds[0]!)] })
    const taken = { part: 'skills', number: 1, takenOn: '2026-03-01', result: 'fail' as const }
    await core.api.attempts.record({ cohortId, attempts: [{ memberId: memberIds[0]!, ...taken }] })
    const removal = core.api.cohorts.removeMember({ memberId: memberIds[0]!, reason: 'Mistake' })
    expect((await failureOf(removal)).code).toBe('cohorts.memberHasAttempts')
    const unstarted = member(memberIds[0]!, { startedOn: '2026-03-02' })
    const later = core.api.cohorts.changeMembers({ cohortId, members: [unstarted] })
    expect((await failureOf(later)).fields).toMatchObject([{ code: 'cohorts.attemptsBeforeStart' }])
  })
})

describe('a cohort’s life', () => {
  test('closes with lessons once everyone has an outcome, and opens again for a correction', async () => {
    const { cohortId, memberIds } = await cohortOf(1)
    const close = { cohortId, closedOn: today, lessons }
    expect(await failureOf(core.api.cohorts.close(close))).toMatchObject({
      code: 'cohorts.notFinal',
      values: { count: 1 },
    })
    const done = member(memberIds[0]!, { outcome: 'completed', outcomeOn: '2026-06-12' })
    await core.api.cohorts.changeMembers({ cohortId, members: [done] })
    const early = { ...close, closedOn: '2026-08-02' }
    expect((await failureOf(core.api.cohorts.close(early))).fields).toMatchObject([{ path: 'closedOn' }])
    await core.api.cohorts.close(close)
    expect(await core.api.cohorts.get({ cohortId })).toMatchObject({ state: 'closed', lessons })
    const change = core.api.cohorts.changeMembers({ cohortId, members: [done] })
    expect((await failureOf(change)).code).toBe('cohorts.closed')
    await core.api.cohorts.reopen({ cohortId, reason: 'A late make-up day' })
    await core.api.cohorts.changeMembers({ cohortId, members: [{ ...done, outcomeOn: '2026-06-19' }] })
    expect(await core.api.cohorts.get({ cohortId })).toMatchObject({ state: 'ended', lessons })
  })

  test('keeps its dates, seats, track and credential fitting to its members', async () => {
    const { cohortId, memberIds } = await cohortOf(2)
    await core.api.cohorts.changeMembers({ cohortId, members: [member(memberIds[0]!)] })
    const taken = { part: 'skills', number: 1, takenOn: '2026-03-01', result: 'pass' as const }
    await core.api.attempts.record({ cohortId, attempts: [{ memberId: memberIds[0]!, ...taken }] })
    const other = await nurseAssistantTrack(core.core, 'PHB')
    const facts = cohortInput(other, { startDate: '2026-02-09', seats: 1 })
    const failure = await failureOf(core.api.cohorts.change({ cohortId, ...facts }))
    expect(failure.fields.map(({ code, values }) => [code, values])).toEqual([
      ['cohorts.trackHasMembers', {}],
      ['cohorts.credentialHasAttempts', {}],
      ['cohorts.membersOutsideDates', { count: 1 }],
      ['cohorts.fewerSeatsThanMembers', { taken: 2 }],
    ])
    await core.api.cohorts.change({ cohortId, ...cohortInput(track, { site: 'North', seats: 2 }) })
    expect(await core.api.cohorts.get({ cohortId })).toMatchObject({ site: 'North', seatsLeft: 0 })
  })

  test('is removed only while it is empty', async () => {
    const full = await cohortOf(1)
    expect((await failureOf(core.api.cohorts.remove(full))).code).toBe('cohorts.hasMembers')
    await core.api.cohorts.removeMember({ memberId: full.memberIds[0]!, reason: 'Mistake' })
    await core.api.cohorts.remove(full)
    expect(await failureOf(core.api.cohorts.get(full))).toMatchObject({
      kind: 'notFound',
      values: { what: 'cohort' },
    })
  })

  test('leaves an audit row for each change, with what was before and after', async () => {
    const { cohortId, memberIds } = await cohortOf(1)
    await core.api.cohorts.changeMembers({ cohortId, members: [member(memberIds[0]!)] })
    const rows = await core.core
      .requireOpen()
      .file.reader.selectFrom('auditEntries')
      .selectAll()
      .where('subject', '=', 'cohortMember')
      .orderBy('id')
      .execute()
    expect(rows.map(({ action }) => action)).toEqual(['cohorts.create', 'cohorts.changeMembers'])
    expect(JSON.parse(rows[1]!.before!)).toMatchObject({ startedOn: null })
    expect(JSON.parse(rows[1]!.after!)).toMatchObject({ startedOn: '2026-02-02' })
  })
})

test('the list filters by words without accents, state, site, track and dates', async () => {
  const other = await nurseAssistantTrack(core.core, 'PHB')
  await core.api.cohorts.create(cohortInput(track, { code: 'ENF-1', site: 'Peñón' }))
  await core.api.cohorts.create(
    cohortInput(track, { code: 'ENF-2', startDate: '2026-07-06', endDate: '2026-10-30' }),
  )
  await core.api.cohorts.create(
    cohortInput(other, { code: 'FLE-1', startDate: '2026-09-07', endDate: '2026-12-18' }),
  )
  const codes = async (input: Parameters<typeof core.api.cohorts.list>[0]) =>
    (await core.api.cohorts.list(input)).rows.map(({ code }) => code)
  expect(await codes({ order: 'code' })).toEqual(['ENF-1', 'ENF-2', 'FLE-1'])
  expect(await codes({ search: 'penon enfermeria' })).toEqual(['ENF-1'])
  expect(await codes({ state: 'running' })).toEqual(['ENF-2'])
  expect(await codes({ state: 'upcoming' })).toEqual(['FLE-1'])
  expect(await codes({ state: 'ended' })).toEqual(['ENF-1'])
  expect(await codes({ site: 'Central', trackId: track.trackId })).toEqual(['ENF-2'])
  expect(await codes({ startsFrom: '2026-07-01', startsTo: '2026-08-31' })).toEqual(['ENF-2'])
  expect(await core.api.cohorts.list({ limit: 1, offset: 1 })).toMatchObject({
    total: 3,
    rows: [{ code: 'ENF-2' }],
  })
})

test('cohorts with different credentials share no certification figure', async () => {
  const other = await nurseAssistantTrack(core.core, 'PHB')
  const one = await core.api.cohorts.create(cohortInput(track))
  const two = await core.api.cohorts.create(cohortInput(other, { code: 'PHB-1' }))
  const { together, cohorts } = await core.api.cohorts.compare({
    cohortIds: [two.cohortId, one.cohortId],
  })
  expect(cohorts.map(({ code }) => code)).toEqual(['PHB-1', 'NA-1'])
  expect(together.certification).toBeNull()
})
