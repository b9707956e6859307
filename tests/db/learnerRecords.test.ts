import { afterEach, expect, test } from 'vitest'
import type { Writer } from '../../db/schema.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore, testAccountName } from '../helpers/testCore.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

async function withLearner() {
  const test = await signedInCore()
  open.push(test)
  const { learnerId } = await test.api.learners.create({ familyName: 'Núñez', givenName: 'José' })
  return { ...test, learnerId }
}

const write = <Result>({ core }: Pick<Test, 'core'>, work: (db: Writer) => Promise<Result>) =>
  core.requireOpen().file.writer.transaction().execute(work)

const words = (text: string) => ({ en: text, es: text })
const asks = (key: string, rule: Requirement['rule']): Requirement => ({
  id: key,
  key,
  rule,
  strength: 'required',
  waivable: false,
  maximumAgeDays: null,
  margin: null,
  message: words(key),
  nextStep: words('next'),
  offeredBy: words('office'),
  source: '',
})

async function addTrack(test: Pick<Test, 'core'>, requirements: Requirement[]) {
  return write(test, async (db) => {
    // The tracks that ship would ask for their own documents.
    await db.deleteFrom('tracks').execute()
    const { id } = await db
      .insertInto('tracks')
      .values({
        code: 'NA',
        nameEn: 'Nurse assistant',
        nameEs: 'Auxiliar de enfermería',
        status: 'active',
        components: '[]',
        createdAt: '',
        updatedAt: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [version, rules] of [
      [1, []],
      [2, requirements],
    ] as const) {
      await db
        .insertInto('trackVersions')
        .values({
          trackId: id,
          version,
          effectiveFrom: `2026-0${version}-01`,
          requirements: JSON.stringify(rules),
          createdAt: '',
        })
        .execute()
    }
    return id
  })
}

test('evidence is recorded with who saw it, read back newest first, and withdrawn', async () => {
  const { api, learnerId } = await withLearner()
  const tb = { kind: 'document', evidenceKey: 'tbTest', status: 'met' } as const
  await api.evidence.record({
    learnerId,
    facts: { ...tb, onDate: '2026-06-01', documentDate: '2026-05-20', doses: 2 },
  })
  const { evidenceId } = await api.evidence.record({
    learnerId,
    facts: { ...tb, status: 'notMet', onDate: '2026-07-01', seenBy: 'Registrar' },
  })
  const { evidence } = await api.learners.get({ learnerId })
  expect(evidence).toMatchObject([
    { status: 'notMet', onDate: '2026-07-01', seenBy: 'Registrar', doses: null },
    { status: 'met', onDate: '2026-06-01', seenBy: testAccountName, documentDate: '2026-05-20', doses: 2 },
  ])
  await api.evidence.withdraw({ evidenceId })
  expect((await api.learners.get({ learnerId })).evidence).toHaveLength(1)
  expect(await failureOf(api.evidence.withdraw({ evidenceId }))).toMatchObject({
    kind: 'notFound',
    values: { what: 'evidence' },
  })
})

test('evidence of tomorrow, of nobody and of no track is refused', async () => {
  const { api, learnerId } = await withLearner()
  const done = {
    kind: 'component',
    evidenceKey: 'workReadiness',
    status: 'done',
    onDate: '2026-08-02',
  } as const
  expect(await failureOf(api.evidence.record({ learnerId, facts: done }))).toMatchObject({
    fields: [{ path: 'facts.onDate', code: 'evidence.dateInFuture' }],
  })
  const today = { ...done, onDate: '2026-08-01' } as const
  expect(await failureOf(api.evidence.record({ learnerId: 99, facts: today }))).toMatchObject({
    kind: 'notFound',
  })
  const interview = { kind: 'interview', evidenceKey: '7', status: 'passed', onDate: '2026-08-01' } as const
  expect(await failureOf(api.evidence.record({ learnerId, facts: interview }))).toMatchObject({
    values: { what: 'track' },
  })
})

test('the checklist asks for what the newest rules of the tracks ask, once each', async () => {
  const test = await withLearner()
  const trackId = await addTrack(test, [
    asks('adult', { kind: 'age', minimumYears: 18 }),
    asks('tb', {
      kind: 'document',
      document: 'tbTest',
      recency: { unit: 'days', count: 30 },
      minimumDoses: null,
    }),
    asks('either', {
      kind: 'anyOf',
      members: [
        asks('shots', { kind: 'document', document: 'hepatitisB', recency: null, minimumDoses: 3 }),
        asks('tbAgain', { kind: 'document', document: 'tbTest', recency: null, minimumDoses: null }),
        asks('talk', { kind: 'interview', needs: 'held' }),
      ] as never,
    }),
    asks('ready', { kind: 'component', component: 'workReadiness' }),
  ])
  const asked = await test.api.evidence.asked({})
  expect(
    asked.map(({ kind, evidenceKey, asksDocumentDate, asksDoses }) => [
      kind,
      evidenceKey,
      asksDocumentDate,
      asksDoses,
    ]),
  ).toEqual([
    ['document', 'tbTest', true, false],
    ['document', 'hepatitisB', false, true],
    ['interview', String(trackId), false, false],
    ['component', 'workReadiness', false, false],
  ])
  expect(asked[0]).toMatchObject({ label: words('tb'), trackIds: [trackId] })
})

test('hours add up by period; the same days twice, the future and a reversed period are refused', async () => {
  const { api, learnerId } = await withLearner()
  const june = {
    component: 'esl',
    periodFrom: '2026-06-01',
    periodTo: '2026-06-30',
    hours: 22.5,
    possibleHours: 30,
  }
  const { hoursId } = await api.instructionHours.record({ learnerId, facts: june })
  expect((await api.learners.get({ learnerId })).hours).toMatchObject([june])
  expect(
    await failureOf(api.instructionHours.record({ learnerId, facts: { ...june, periodFrom: '2026-06-30' } })),
  ).toMatchObject({
    code: 'instructionHours.overlaps',
  })
  const wrong = { ...june, periodFrom: '2026-09-01', periodTo: '2026-08-15', possibleHours: 3 }
  expect(
    (await failureOf(api.instructionHours.record({ learnerId, facts: wrong }))).fields.map(
      ({ code }) => code,
    ),
  ).toEqual([
    'instructionHours.endsBeforeStart',
    'instructionHours.endsInFuture',
    'instructionHours.fewerThanAttended',
  ])
  await api.instructionHours.withdraw({ hoursId })
  expect((await api.learners.get({ learnerId })).hours).toEqual([])
})

test('the timeline tells everything in one list, newest first', async () => {
  const test = await withLearner()
  const { learnerId, core } = test
  const trackId = await addTrack(test, [])
  await write(test, async (db) => {
    const version = await db.selectFrom('trackVersions').select('id').executeTakeFirstOrThrow()
    await db
      .insertInto('assessments')
      .values({
        learnerId,
        instrument: 'CASAS STEPS',
        skillArea: 'reading',
        form: '621R',
        testedOn: '2026-03-01',
        score: 220,
        scoreText: '220',
        level: 4,
        recordedAt: core.now(),
      })
      .execute()
    const screening = await db
      .insertInto('screenings')
      .values({
        trackId,
        trackVersionId: version.id,
        startDate: '2026-04-01',
        asOf: '2026-03-05',
        pool: '{}',
        requirements: '[]',
        counts: '{}',
        createdAt: core.now(),
        createdByName: 'D',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const inScreening = { screeningId: screening.id, learnerId }
    await db
      .insertInto('screeningResults')
      .values({
        ...inScreening,
        learnerName: '',
        foldedName: '',
        result: 'notYet',
        withinReach: 1,
        answers: '[]',
        facts: '{}',
      })
      .execute()
    await db
      .insertInto('decisions')
      .values({
        ...inScreening,
        decision: 'invite',
        reason: 'ready',
        decidedAt: '2026-03-06T15:00:00.000Z',
        decidedByName: 'D',
      })
      .execute()
    await db
      .insertInto('waitlistEntries')
      .values({
        ...inScreening,
        trackId,
        position: 1,
        addedOn: '2026-03-07',
        removedOn: '2026-03-20',
        removedReason: 'invited',
      })
      .execute()
    const credential = await db
      .insertInto('credentials')
      .values({
        trackId,
        nameEn: 'NA',
        nameEs: 'NA',
        parts: JSON.stringify([{ key: 'skills', name: { en: 'Skills', es: 'Destrezas' } }]),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const cohort = await db
      .insertInto('cohorts')
      .values({
        code: 'NA-1',
        trackId,
        credentialId: credential.id,
        site: 'North',
        startDate: '2026-04-01',
        endDate: '2026-06-01',
        createdAt: '',
        updatedAt: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const member = await db
      .insertInto('cohortMembers')
      .values({
        cohortId: cohort.id,
        learnerId,
        startedOn: '2026-04-01',
        outcome: 'completed',
        outcomeOn: '2026-06-01',
        updatedAt: '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('attempts')
      .values({
        cohortMemberId: member.id,
        partKey: 'skills',
        number: 1,
        takenOn: '2026-06-01',
        result: 'pass',
        recordedAt: core.now(),
      })
      .execute()
  })
  const timeline = await test.api.learners.timeline({ learnerId })
  expect(timeline.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
    '2026-06-01 cohortEnd',
    '2026-06-01 attempt',
    '2026-04-01 cohortStart',
    '2026-03-20 waitlist',
    '2026-03-07 waitlist',
    '2026-03-06 decision',
    '2026-03-05 screening',
    '2026-03-01 assessment',
  ])
  expect(timeline[1]).toMatchObject({
    partName: { en: 'Skills', es: 'Destrezas' },
    result: 'pass',
    cohortCode: 'NA-1',
  })
  expect(timeline[6]).toMatchObject({
    result: 'notYet',
    withinReach: true,
    track: { name: { en: 'Nurse assistant' } },
  })
  expect(await failureOf(test.api.learners.timeline({ learnerId: 99 }))).toMatchObject({ kind: 'notFound' })
})

test('a class has an instructor and members, who come, leave and come back', async () => {
  const { api, learnerId, core } = await withLearner()
  const [me] = await api.sections.instructors({})
  const { sectionId } = await api.sections.create({
    code: 'ESL-5 EVE',
    name: 'ESL 5',
    instructorAccountId: me!.id,
  })
  expect(await api.sections.addMembers({ sectionId, learnerIds: [learnerId, learnerId] })).toEqual({
    added: [learnerId],
  })
  expect(await api.sections.addMembers({ sectionId, learnerIds: [learnerId] })).toEqual({ added: [] })
  expect(await api.sections.get({ sectionId })).toMatchObject({
    instructorName: testAccountName,
    memberCount: 1,
    members: [{ learnerId, familyName: 'Núñez', startDate: '2026-08-01' }],
  })
  expect(await api.learners.list({ sectionId })).toMatchObject({ total: 1 })
  await api.sections.removeMembers({ sectionId, learnerIds: [learnerId] })
  expect(await api.sections.get({ sectionId })).toMatchObject({ memberCount: 0, members: [] })
  expect((await api.learners.get({ learnerId })).sections).toEqual([])
  expect(await api.sections.addMembers({ sectionId, learnerIds: [learnerId] })).toEqual({
    added: [learnerId],
  })
  expect(core.caller?.name).toBe(testAccountName)
})

test('classes are found by code, name or instructor without accents, running or over', async () => {
  const { api } = await withLearner()
  await api.sections.create({ code: 'ESL-5 EVE', name: 'Inglés cinco', site: 'North' })
  await api.sections.create({ code: 'GED-1', name: 'GED', active: false })
  const codes = async (input: Parameters<typeof api.sections.list>[0]) =>
    (await api.sections.list(input)).rows.map(({ code }) => code)
  expect(await codes({})).toEqual(['ESL-5 EVE', 'GED-1'])
  expect(await codes({ text: 'ingles north' })).toEqual(['ESL-5 EVE'])
  expect(await codes({ active: true })).toEqual(['ESL-5 EVE'])
  expect(await api.sections.list({ limit: 1, offset: 1 })).toMatchObject({
    total: 2,
    rows: [{ code: 'GED-1' }],
  })
})

test('a class that contradicts the records is refused at its fields', async () => {
  const { api } = await withLearner()
  const { sectionId } = await api.sections.create({ code: 'A', name: 'A' })
  await api.sections.create({ code: 'B', name: 'B' })
  const facts = {
    code: 'B',
    name: 'B',
    startDate: '2026-08-02',
    endDate: '2026-08-01',
    instructorAccountId: 99,
  }
  expect(
    (await failureOf(api.sections.change({ sectionId, ...facts }))).fields.map(({ path, code }) => [
      path,
      code,
    ]),
  ).toEqual([
    ['code', 'sections.codeTaken'],
    ['endDate', 'sections.endsBeforeStart'],
    ['instructorAccountId', 'sections.notAnInstructor'],
  ])
  await api.sections.change({ sectionId, code: 'A', name: 'New name' })
  expect(await api.sections.get({ sectionId })).toMatchObject({ name: 'New name' })
})
