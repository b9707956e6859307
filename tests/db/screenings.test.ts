import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { enterSampleLearners } from '../helpers/sampleLearners.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { expected } from '../rules/sampleFiles.ts'

type TestCore = Awaited<ReturnType<typeof signedInCore>>
let program: TestCore
let ids = new Map<string, number>()
let trackId = 0

beforeAll(async () => {
  program = await signedInCore({ today: '2026-08-01' })
  ids = await enterSampleLearners(program.core)
  trackId = (await program.api.tracks.list({})).find(({ code }) => code === 'NA')!.id
})
afterAll(() => program.dispose())

const choice = (pool: object = { kind: 'allActive' }) =>
  ({ trackId, startDate: expected.cohortStart, asOf: expected.screeningDate, pool }) as never

const run = (pool?: object) => resultOf(program.api.screenings.run(choice(pool)))

async function allResults(screeningId: number, filter = {}) {
  const { rows } = await program.api.screenings.results({ screeningId, filter, order: 'name', limit: 500 })
  return rows
}

test('the shipped nurse-assistant rules give the expected result of every sample learner', async () => {
  const { screeningId, counts } = await run()
  expect(counts).toMatchObject({ total: 180, eligible: 43, needsInformation: 39, notYet: 98 })
  const words = { eligible: 'eligible', needsInformation: 'needs information', notYet: 'not yet' } as const
  const found = (await allResults(screeningId)).map(({ studentId, result }) => [studentId, words[result]])
  expect(Object.fromEntries(found)).toEqual(expected.nurseAssistantScreeningByStudent)
})

test('a preview counts the same and keeps nothing', async () => {
  const before = await program.api.screenings.list({})
  const preview = await resultOf(program.api.screenings.preview(choice()))
  expect(preview.counts).toMatchObject({ eligible: 43, needsInformation: 39, notYet: 98 })
  expect((await program.api.screenings.list({})).total).toBe(before.total)
})

test('the reasons that hold people back agree with the list they filter', async () => {
  const { screeningId } = await run()
  const { reasons, counts } = await program.api.screenings.get({ id: screeningId })
  expect(reasons.map(({ key }) => key).sort()).toEqual(['listening', 'reading'])
  for (const reason of reasons) {
    const held = await allResults(screeningId, { heldBackBy: reason.key })
    expect(held).toHaveLength(reason.notMet + reason.unknown)
    const near = reason.pointsBelow.filter((points) => points <= 5).length
    expect(await allResults(screeningId, { heldBackBy: reason.key, withinPoints: 5 })).toHaveLength(near)
  }
  expect(await allResults(screeningId, { withinReach: true })).toHaveLength(counts.withinReach)
  expect(await allResults(screeningId, { result: 'notYet' })).toHaveLength(98)
})

test('results are found by name without accents and by student number, in windows', async () => {
  const { screeningId } = await run()
  const found = await allResults(screeningId, { search: 'DANG thi' })
  expect(found.map(({ learnerName }) => learnerName)).toContain('Thị Ánh Đặng')
  expect(await allResults(screeningId, { search: '1041448' })).toHaveLength(1)
  const all = await program.api.screenings.results({ screeningId, offset: 0, limit: 10 })
  const next = await program.api.screenings.results({ screeningId, offset: 10, limit: 10 })
  expect([all.total, all.rows.length, next.rows.length]).toEqual([180, 10, 10])
  expect(all.rows.every(({ result }) => result === 'eligible')).toBe(true)
  expect(next.rows[0]!.learnerId).not.toBe(all.rows[9]!.learnerId)
})

test('another threshold shows how many more would be in, and changes nothing', async () => {
  const { screeningId } = await run()
  const trial = await resultOf(
    program.api.screenings.tryThreshold({ screeningId, key: 'listening', threshold: 4 }),
  )
  expect(trial.eligibleNow).toBe(43)
  expect(trial.eligibleThen).toBe(43 + trial.newlyEligible - trial.noLongerEligible)
  expect(trial.newlyEligible).toBeGreaterThan(0)
  expect(trial.examples.length).toBe(Math.min(20, trial.newlyEligible))
  const those = { screeningId, key: 'listening', threshold: 4, number: 'newlyEligible', limit: 20 } as const
  const { value, rows } = await program.api.explain.whatIf(those)
  expect(value).toEqual({ kind: 'count', count: trial.newlyEligible })
  expect(rows.map(({ learner }) => learner?.learnerId)).toEqual(
    trial.examples.map(({ learnerId }) => learnerId),
  )
  const track = await program.api.tracks.get({ id: trackId })
  const lower = track.versions[0]!.requirements.map((one) =>
    one.key === 'listening' && one.rule.kind === 'level'
      ? { ...one, rule: { ...one.rule, minimumLevel: 4 as const } }
      : one,
  )
  await program.api.tracks.saveVersion({
    trackId,
    effectiveFrom: '2026-08-01',
    requirements: lower,
    note: null,
  })
  expect((await run()).counts.eligible).toBe(trial.eligibleThen)
  await program.api.tracks.saveVersion({
    trackId,
    effectiveFrom: '2026-08-01',
    requirements: track.versions[0]!.requirements,
    note: 'Back to level 5.',
  })
  const missing = program.api.screenings.tryThreshold({ screeningId, key: 'nothing', threshold: 4 })
  expect(await failureOf(resultOf(missing))).toMatchObject({ kind: 'notFound' })
})

test('pools: a class, those interested, those waiting, chosen ones, and a filtered list', async () => {
  const [first, second, third] = [...ids.values()]
  const { sectionId } = await program.api.sections.create({ code: 'ESL-9', name: 'Level 5 evening' })
  await program.api.sections.addMembers({ sectionId, learnerIds: [first!, second!] })
  const db = program.core.requireOpen().file.writer
  await db.updateTable('learners').set({ interestTrackId: trackId }).where('id', '=', third!).execute()
  await program.api.waitlist.add({ trackId, learnerIds: [second!] })
  const totals = async (pool: object) => (await run(pool)).counts.total
  expect(await totals({ kind: 'section', sectionId })).toBe(2)
  expect(await totals({ kind: 'interested' })).toBe(1)
  expect(await totals({ kind: 'waitlist' })).toBe(1)
  expect(await totals({ kind: 'chosen', learnerIds: [first, third] })).toBe(2)
  expect(await totals({ kind: 'filter', filters: { text: 'dang' } })).toBeGreaterThan(0)
  const nobody = resultOf(program.api.screenings.run(choice({ kind: 'filter', filters: { text: 'zzzz' } })))
  expect(await failureOf(nobody)).toMatchObject({ code: 'screening.emptyPool' })
  const inSection = await program.api.screenings.list({ limit: 1, offset: 0 })
  expect(inSection.total).toBeGreaterThan(3)
})

test('before the first rules take effect there is nothing to screen by', async () => {
  const early = { trackId, startDate: '2025-02-01', asOf: '2025-01-01', pool: { kind: 'allActive' as const } }
  expect(await failureOf(resultOf(program.api.screenings.run(early)))).toMatchObject({
    code: 'screening.noRulesInForce',
  })
})

test('a waiver counts for later screenings, only where the rules allow it, until it is withdrawn', async () => {
  const { screeningId } = await run()
  const held = (await allResults(screeningId, { heldBackBy: 'listening' })).find(
    ({ answers }) =>
      answers.filter(({ strength, state }) => strength === 'required' && state !== 'met').length === 1,
  )!
  const waived = { learnerId: held.learnerId, trackId }
  const notAllowed = program.api.waivers.grant({ ...waived, requirementKey: 'age', reason: 'Almost 18.' })
  expect(await failureOf(notAllowed)).toMatchObject({ code: 'screening.notWaivable' })
  const grant = () =>
    program.api.waivers.grant({ ...waived, requirementKey: 'listening', reason: 'Hearing aid on order.' })
  const waiver = await grant()
  expect(waiver.grantedByName).toBe('Alma Rivera')
  expect(await failureOf(grant())).toMatchObject({ code: 'screening.alreadyWaived' })
  const pool = { kind: 'chosen', learnerIds: [held.learnerId] }
  const [after] = await allResults((await run(pool)).screeningId)
  expect(after!.result).toBe('eligible')
  expect(after!.answers.find(({ key }) => key === 'listening')).toMatchObject({
    state: 'waived',
    waiver: { grantedBy: 'Alma Rivera', reason: 'Hearing aid on order.' },
  })
  await program.api.waivers.withdraw({ id: waiver.id })
  expect((await allResults((await run(pool)).screeningId))[0]!.result).toBe(held.result)
})

test('cancelling a screening leaves nothing behind', async () => {
  const before = (await program.api.screenings.list({})).total
  const stop = new AbortController()
  const stream = await program.api.screenings.run(choice(), { signal: stop.signal })
  stop.abort()
  const ended = (async () => {
    for await (const _ of stream) continue
  })()
  expect(await failureOf(ended)).toMatchObject({ kind: 'cancelled' })
  expect((await program.api.screenings.list({})).total).toBe(before)
})

test('the list is exported with every answer in words, and the export is recorded', async () => {
  const { screeningId } = await run()
  const ticket = await resultOf(
    program.api.screenings.exportResults({
      screeningId,
      filter: { heldBackBy: 'listening', withinPoints: 5 },
      language: 'es',
    }),
  )
  expect(ticket.name).toBe('seleccion-NA-2026-08-01.xlsx')
  const file = await program.api.files.take({ fileId: ticket.fileId })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  const sheet = workbook.worksheets[0]!
  const near = await allResults(screeningId, { heldBackBy: 'listening', withinPoints: 5 })
  expect(sheet.rowCount).toBe(near.length + 1)
  const headings = sheet.getRow(1).values as string[]
  expect(headings[3]).toBe('Resultado')
  const listening = String(sheet.getRow(2).getCell(6).value)
  expect(listening).toMatch(
    /^No cumple: Comprensión auditiva \d+ · nivel 4 · necesita nivel 5 · le faltan? \d/,
  )
  const logged = await program.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .select('after')
    .where('action', '=', 'screenings.exportResults')
    .execute()
  expect(JSON.parse(logged[0]!.after!)).toMatchObject({ rowCount: near.length, learnerCount: near.length })
})

// The last one: it changes scores, birth dates, tables and rules under the screenings.
test('a past screening opens exactly as it was, whatever changes later', async () => {
  const { screeningId } = await run()
  const before = {
    screening: await program.api.screenings.get({ id: screeningId }),
    results: await allResults(screeningId),
    trial: await resultOf(
      program.api.screenings.tryThreshold({ screeningId, key: 'listening', threshold: 4 }),
    ),
  }
  const learner = before.results.find(({ result }) => result === 'notYet')!
  const db = program.core.requireOpen().file.writer
  const track = await program.api.tracks.get({ id: trackId })
  await program.api.waivers.grant({
    learnerId: learner.learnerId,
    trackId,
    requirementKey: 'listening',
    reason: 'Works at the hospital already.',
  })
  await db.updateTable('assessments').set({ score: 150 }).where('skillArea', '=', 'reading').execute()
  await db.updateTable('learners').set({ birthDate: '2020-01-01' }).execute()
  await db.updateTable('levelTables').set({ levels: null }).execute()
  await program.api.tracks.saveVersion({
    trackId,
    effectiveFrom: '2026-07-01',
    requirements: track.versions[0]!.requirements.slice(0, 1),
    note: null,
  })
  expect(await program.api.screenings.get({ id: screeningId })).toEqual(before.screening)
  expect(await allResults(screeningId)).toEqual(before.results)
  const trial = await resultOf(
    program.api.screenings.tryThreshold({ screeningId, key: 'listening', threshold: 4 }),
  )
  expect(trial).toEqual(before.trial)
  // And a new one sees the change.
  expect((await run()).counts.eligible).toBe(0)
})
