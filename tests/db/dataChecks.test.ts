import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CheckFinding } from '../../shared/contract/dataChecks.ts'
import { dataCheckIds, type DataCheckId } from '../../shared/rules/dataChecks/rules.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { cohortInput, nurseAssistantTrack } from '../helpers/nurseAssistant.ts'
import { openWorkbook, recordsOf } from '../helpers/reportWorkbooks.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { readingEntry } from '../helpers/testedLearners.ts'
import { writeDirectly } from '../helpers/writeDirectly.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let people: { good: number; bad: number }
beforeAll(async () => {
  core = await signedInCore({ today: '2026-11-20' })
  people = await contradictions()
})
afterAll(() => core.dispose())

/** Two learners with the same history: of the one everything is right, of the other everything is wrong. */
async function contradictions() {
  const { api } = core
  const db = core.core.requireOpen().file.writer
  const learner = async (familyName: string, known: { studentId?: string; birthDate?: string }) =>
    (await api.learners.create({ familyName, givenName: 'Ana', ...known })).learnerId
  const good = await learner('Right', { studentId: 'R-1', birthDate: '1990-05-02' })
  const bad = await learner('Wrong', {})

  const section = (code: string, endDate: string, active: boolean) =>
    api.sections.create({ code, name: code, startDate: '2026-02-02', endDate, active })
  const { sectionId } = await section('GOOD', '2026-12-18', true)
  const { sectionId: over } = await section('OVER', '2026-06-12', true)
  await section('CLOSED', '2026-06-12', false)
  await api.sections.addMembers({ sectionId, learnerIds: [good] })
  await api.sections.addMembers({ sectionId: over, learnerIds: [bad] })
  const meet = (id: number, learnerId: number, heldOn: string) =>
    api.attendance.save({
      sectionId: id,
      meetings: [{ heldOn, minutes: 120, marks: [{ learnerId, mark: 'present' }] }],
    })
  await meet(sectionId, good, '2026-11-10')
  await meet(over, bad, '2026-06-20')

  const tests = (learnerId: number, testedOn: string, of: number, scores: readonly string[]) =>
    api.assessments.record({
      sectionId: of,
      entries: scores.map((scoreText, index) =>
        readingEntry(learnerId, {
          scoreText,
          testedOn: index === 0 ? testedOn : '2026-06-10',
          form: index === 0 ? '623R' : '624R',
        }),
      ),
    })
  await tests(good, '2026-02-10', sectionId, ['205', '218'])
  await tests(bad, '2026-01-20', over, ['190', '236'])

  const nurse = await nurseAssistantTrack(core.core)
  const cohort = async (code: string, members: readonly number[], more = {}) => {
    const { cohortId } = await api.cohorts.create({
      ...cohortInput(nurse, { code, ...more }),
      memberLearnerIds: [...members],
    })
    const { memberRows } = await api.cohorts.get({ cohortId })
    const memberOf = (id: number) => memberRows.find((row) => row.learnerId === id)!.memberId
    return { cohortId, memberOf }
  }
  const started = { startedOn: '2025-09-01', reason: null, reasonNote: null }
  const past = await cohort('PAST', [good, bad], { startDate: '2025-09-01', endDate: '2025-12-12' })
  await api.instructionHours.record({
    learnerId: good,
    facts: { component: 'english', periodFrom: '2025-10-01', periodTo: '2025-10-31', hours: 20 },
  })
  await api.cohorts.changeMembers({
    cohortId: past.cohortId,
    members: [good, bad].map((id) => ({
      ...{ ...started, memberId: past.memberOf(id) },
      ...{ outcome: 'completed' as const, outcomeOn: '2025-12-12' },
    })),
  })
  const sitting = { part: 'knowledge', number: 1, result: 'pass' } as const
  await api.attempts.record({
    cohortId: past.cohortId,
    attempts: [
      { ...sitting, memberId: past.memberOf(good), takenOn: '2026-01-15' },
      { ...sitting, memberId: past.memberOf(bad), takenOn: '2025-12-01' },
    ],
  })
  const now = { startDate: '2026-09-01', endDate: '2026-12-18' }
  for (const [code, members] of [
    ['NOW-1', [good, bad]],
    ['NOW-2', [bad]],
  ] as const) {
    const { cohortId, memberOf } = await cohort(code, members, now)
    await api.cohorts.changeMembers({
      cohortId,
      members: members.map((id) => ({
        ...{ ...started, startedOn: '2026-09-01', memberId: memberOf(id) },
        outcome: 'stillIn' as const,
        outcomeOn: null,
      })),
    })
  }
  await db.updateTable('learners').set({ status: 'active' }).where('id', 'in', [good, bad]).execute()
  // Files of other systems bring scores that nobody could type.
  await db
    .insertInto('assessments')
    .values({
      ...{ learnerId: bad, instrument: 'CASAS Listening STEPS', skillArea: 'listening', form: '621L' },
      ...{ testedOn: '2026-03-01', score: 20, scoreText: '20', recordedAt: core.core.now() },
    })
    .execute()
  return { good, bad }
}

const findings = async (rule: DataCheckId, show: 'open' | 'accepted' = 'open') =>
  (await core.api.dataChecks.findings({ rule, show })).rows
const countOf = async (rule: DataCheckId) =>
  (await core.api.dataChecks.overview({})).find((one) => one.rule === rule)!
const keyOf = ({ rule, subject, subjectId, learnerId }: CheckFinding) => ({
  ...{ rule, subject, subjectId, learnerId },
})

test.each<[DataCheckId, object]>([
  ['testBeforeClassStart', { testedOn: '2026-01-20', classStart: '2026-02-02', classCode: 'OVER' }],
  ['levelJump', { skillArea: 'reading', fromOn: '2026-01-20', toOn: '2026-06-10' }],
  ['attemptBeforeCompletion', { cohortCode: 'PAST', takenOn: '2025-12-01' }],
  ['completedWithoutHours', { cohortCode: 'PAST' }],
  ['twoOpenEnrolments', { firstCode: 'NOW-1', secondCode: 'NOW-2' }],
  ['hoursAfterClassEnd', { code: 'OVER', endDate: '2026-06-12', lastOn: '2026-06-20', hours: 2 }],
  ['activeWithoutService', { lastService: '2026-06-20' }],
  ['activeWithoutStudentId', {}],
  ['activeWithoutBirthDate', {}],
])('%s finds the one who is wrong and not the one who is right', async (rule, details) => {
  expect(await findings(rule)).toMatchObject([{ learnerId: people.bad, details, accepted: null }])
  expect(await countOf(rule)).toMatchObject({ open: 1, accepted: 0 })
})

test('a class past its last day is found while it is marked as running', async () => {
  expect(await findings('classPastEnd')).toMatchObject([
    { learnerId: null, learner: null, details: { code: 'OVER', endDate: '2026-06-12' } },
  ])
})

test('a score in no level of its chart is found; one whose table has no chart is not', async () => {
  const chart = await core.core
    .requireOpen()
    .file.reader.selectFrom('levelTables')
    .select(['id', 'levels'])
    .where('instrument', '=', 'CASAS Listening STEPS')
    .executeTakeFirstOrThrow()
  const set = (levels: string | null) =>
    writeDirectly(core.core, (db) =>
      db.updateTable('levelTables').set({ levels }).where('id', '=', chart.id).execute(),
    )
  await set(JSON.stringify([{ level: 2, minScore: 181, maxScore: 190 }]))
  expect(await findings('scoreWithoutLevel')).toMatchObject([
    { learnerId: people.bad, details: { instrument: 'CASAS Listening STEPS', score: 20 } },
  ])
  await set(null)
  expect(await findings('scoreWithoutLevel')).toEqual([])
  await set(chart.levels)
})

test('the overview counts every rule as its list does, and lists come in windows', async () => {
  const overview = await core.api.dataChecks.overview({})
  expect(overview.map(({ rule }) => rule)).toEqual([...dataCheckIds])
  for (const { rule, open } of overview) {
    const { total, rows } = await core.api.dataChecks.findings({ rule, limit: 1 })
    expect([total, rows.length], rule).toEqual([open, Math.min(open, 1)])
    const beyond = await core.api.dataChecks.findings({ rule, offset: open })
    expect(beyond, rule).toEqual({ total: open, rows: [] })
  }
})

test('known and fine leaves the list, comes back when its values change, and is taken back', async () => {
  const { api } = core
  const key = keyOf((await findings('activeWithoutService'))[0]!)
  expect((await failureOf(api.dataChecks.accept({ ...key, reason: ' ' }))).kind).toBe('invalidInput')
  await api.dataChecks.accept({ ...key, reason: 'They work abroad until May.' })
  expect(await findings('activeWithoutService')).toEqual([])
  expect(await countOf('activeWithoutService')).toMatchObject({ open: 0, accepted: 1 })
  expect(await findings('activeWithoutService', 'accepted')).toMatchObject([
    { accepted: { reason: 'They work abroad until May.', acceptedOn: '2026-11-20' } },
  ])
  expect((await failureOf(api.dataChecks.accept({ ...key, reason: 'Again.' }))).code).toBe(
    'dataChecks.alreadyAccepted',
  )
  const facts = { component: 'lab', periodFrom: '2026-07-01', periodTo: '2026-07-31', hours: 5 }
  const { hoursId } = await api.instructionHours.record({ learnerId: people.bad, facts })
  expect(await findings('activeWithoutService')).toMatchObject([{ details: { lastService: '2026-07-31' } }])
  const { acceptedId } = await api.dataChecks.accept({ ...key, reason: 'Still abroad.' })
  expect(await countOf('activeWithoutService')).toMatchObject({ open: 0, accepted: 1 })
  await api.dataChecks.takeBack({ acceptedId })
  expect(await countOf('activeWithoutService')).toMatchObject({ open: 1, accepted: 0 })
  expect((await failureOf(api.dataChecks.takeBack({ acceptedId }))).kind).toBe('notFound')
  await api.instructionHours.withdraw({ hoursId })
  const entries = (await api.audit.list({ language: 'en', limit: 5 })).rows
  expect(entries.map(({ action }) => action)).toContain('Opened a finding of the data check again')
  expect(entries.flatMap(({ changes }) => changes)).toContainEqual(
    expect.objectContaining({ field: 'Data check', before: 'Active without hours for 90 days' }),
  )
})

test('what is not found cannot be accepted', async () => {
  const key = keyOf((await findings('activeWithoutStudentId'))[0]!)
  const accept = core.api.dataChecks.accept({
    ...key,
    subjectId: people.good,
    learnerId: people.good,
    reason: 'No.',
  })
  expect((await failureOf(accept)).code).toBe('dataChecks.notFoundAnyMore')
})

test('an acceptance is in the record of the person, and goes when the person is erased', async () => {
  const { api } = core
  const { learnerId } = await api.learners.create({ familyName: 'Gone', givenName: 'Ana', status: 'active' })
  const mine = (await findings('activeWithoutStudentId')).find((one) => one.learnerId === learnerId)!
  await api.dataChecks.accept({ ...keyOf(mine), reason: 'Number is on its way.' })
  const { fileId } = await resultOf(api.keep.exportRecord({ learnerId, language: 'en' }))
  const file = await api.files.take({ fileId })
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()))
  expect(recordsOf(workbook.getWorksheet('Accepted findings')!)).toMatchObject([
    { 'Data check': 'Active without a student ID', Reason: 'Number is on its way.' },
  ])
  await resultOf(api.keep.erase({ learnerIds: [learnerId], reason: 'personAsked', confirmation: 'Gone' }))
  const left = core.core
    .requireOpen()
    .file.writer.selectFrom('acceptedFindings')
    .selectAll()
    .where('learnerId', '=', learnerId)
  expect(await left.execute()).toEqual([])
  expect((await findings('activeWithoutStudentId')).map((one) => one.learnerId)).toEqual([people.bad])
})
