import { afterEach, expect, test } from 'vitest'
import { sampleTracks } from '../../db/tracks/shipTracks.ts'
import { requirementProblems } from '../../shared/rules/screening/requirementProblems.ts'
import { requirement } from '../rules/examples.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore } from '../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
const kept = <T extends { dispose(): Promise<void> }>(core: T): T => (open.push(core), core)
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

async function shippedTrack(api: Awaited<ReturnType<typeof signedInCore>>['api'], code: string) {
  const row = (await api.tracks.list({})).find((one) => one.code === code)!
  return api.tracks.get({ id: row.id })
}

test('every program begins with six tracks that have rules in force and a credential', async () => {
  const { api } = kept(await signedInCore())
  const rows = await api.tracks.list({})
  expect(rows.map(({ code }) => code).sort()).toEqual(['CC', 'CUL', 'HVAC', 'NA', 'PHL', 'PHT'])
  for (const row of rows) {
    expect(row.rulesSince).toBe('2025-07-01')
    expect(row.requirementCount).toBeGreaterThan(3)
    const track = await api.tracks.get({ id: row.id })
    expect(track.credentials[0]!.parts.length).toBeGreaterThan(0)
    expect(track.inForce).toBe(track.versions[0]!.id)
  }
})

test('the sample rules are sound, in two languages, with a step, an offerer and a source', () => {
  for (const { requirements } of sampleTracks) {
    for (const requirement of requirements) expect(requirementProblems(requirement)).toEqual([])
    for (const { message, nextStep } of requirements) {
      expect(message.en).not.toBe(message.es)
      expect(nextStep.en).not.toBe(nextStep.es)
    }
  }
})

test('new rules become a version of their own, and the old ones stay in history', async () => {
  const { api } = kept(await signedInCore({ today: '2026-08-01' }))
  const before = await shippedTrack(api, 'NA')
  const rules = before.versions[0]!.requirements
  const after = await api.tracks.saveVersion({
    trackId: before.id,
    effectiveFrom: '2026-09-01',
    requirements: rules.filter(({ key }) => key !== 'age'),
    note: 'The college takes people at 16.',
  })
  expect(after.versions.map(({ version, effectiveFrom }) => [version, effectiveFrom])).toEqual([
    [2, '2026-09-01'],
    [1, '2025-07-01'],
  ])
  expect(after.versions[1]!.requirements).toEqual(rules)
  // Not in force before its day.
  expect(after.inForce).toBe(before.versions[0]!.id)
  expect(after.versions[0]!.requirements[0]!.id).toBe(`${before.id}.2.reading`)
  expect(after.versions[0]!.requirements[0]!.key).toBe('reading')
})

test('of two versions for one day the later one counts', async () => {
  const { api } = kept(await signedInCore({ today: '2026-08-01' }))
  const { id, versions } = await shippedTrack(api, 'CUL')
  const { requirements } = versions[0]!
  await api.tracks.saveVersion({ trackId: id, effectiveFrom: '2026-08-01', requirements, note: null })
  const last = await api.tracks.saveVersion({
    trackId: id,
    effectiveFrom: '2026-08-01',
    requirements: requirements.slice(1),
    note: null,
  })
  expect(last.versions.find((one) => one.id === last.inForce)!.version).toBe(3)
})

test('rules that cannot be asked or explained are refused where they are wrong', async () => {
  const { api } = kept(await signedInCore())
  const { id } = await shippedTrack(api, 'NA')
  const age = requirement('age', { kind: 'age', minimumYears: 18 }, { maximumAgeDays: 30 })
  const oneWay = requirement('ways', { kind: 'anyOf', members: [] })
  const refusal = await failureOf(
    api.tracks.saveVersion({
      trackId: id,
      effectiveFrom: '2026-09-01',
      requirements: [age, oneWay, { ...age, maximumAgeDays: null }],
      note: null,
    }),
  )
  expect(refusal.fields).toEqual([
    { path: 'requirements.0', code: 'tracks.problems.maximumAgeMeaningless', values: {} },
    { path: 'requirements.1', code: 'tracks.problems.tooFewMembers', values: {} },
    { path: 'requirements.2', code: 'tracks.problems.keyTwice', values: {} },
  ])
})

test('a code belongs to one track only', async () => {
  const { api } = kept(await signedInCore())
  const { id, credentials: _, versions: __, inForce: ___, ...facts } = await shippedTrack(api, 'NA')
  expect(await failureOf(api.tracks.create({ ...facts, code: 'na' }))).toMatchObject({
    fields: [{ path: 'code', code: 'tracks.codeTaken' }],
  })
  const paused = await api.tracks.change({ id, ...facts, code: 'na', status: 'paused' })
  expect(paused).toMatchObject({ code: 'na', status: 'paused' })
  // A paused track keeps its rules.
  expect(paused.versions).toHaveLength(1)
})

test('a credential keeps the exam parts that have attempts', async () => {
  const { api, core } = kept(await signedInCore())
  const track = await shippedTrack(api, 'NA')
  const credential = track.credentials[0]!
  const db = core.requireOpen().file.writer
  const made = { createdAt: core.now(), updatedAt: core.now() }
  const { learnerId } = await api.learners.create({ familyName: 'Ruiz' })
  const { id: cohortId } = await db
    .insertInto('cohorts')
    .values({
      code: 'C1',
      trackId: track.id,
      credentialId: credential.id,
      site: 'Central',
      startDate: '2026-01-05',
      endDate: '2026-05-05',
      ...made,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: cohortMemberId } = await db
    .insertInto('cohortMembers')
    .values({ cohortId, learnerId, outcome: 'completed', updatedAt: core.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('attempts')
    .values({
      cohortMemberId,
      partKey: 'skills',
      number: 1,
      takenOn: '2026-05-20',
      result: 'pass',
      recordedAt: core.now(),
    })
    .execute()
  const withoutSkills = credential.parts.filter(({ key }) => key !== 'skills')
  const change = { ...credential, trackId: track.id, parts: withoutSkills }
  expect(await failureOf(api.tracks.saveCredential(change))).toMatchObject({ code: 'tracks.partHasAttempts' })
  const changed = await api.tracks.saveCredential({ ...change, parts: credential.parts, attemptLimit: 4 })
  expect(changed.credentials[0]).toMatchObject({ attemptLimit: 4 })
})
