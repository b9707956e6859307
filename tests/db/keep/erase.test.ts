import Database from 'better-sqlite3'
import { cpSync, rmSync, statSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { decryptedBytes, wordsIn } from '../../helpers/decryptedBytes.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { fullRecord, personalWords } from '../../helpers/fullRecord.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { signedInCore, testAccountName, testCore, testPassphrase } from '../../helpers/testCore.ts'

type TestCore = Awaited<ReturnType<typeof signedInCore>>
let prepared: TestCore
let ids: Awaited<ReturnType<typeof fullRecord>>
beforeAll(async () => {
  prepared = await signedInCore()
  ids = await fullRecord(prepared)
  await prepared.core.close()
})
afterAll(() => prepared.dispose())

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

/** A copy of a program with one full record, signed in. */
async function withFullRecord() {
  const core = testCore()
  open.push(core)
  rmSync(core.folder, { recursive: true })
  cpSync(prepared.folder, core.folder, { recursive: true })
  await core.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  return { core, api: core.api, ...ids }
}
type FullRecord = Awaited<ReturnType<typeof withFullRecord>>

const erase = ({ api, learnerId }: FullRecord) =>
  resultOf(api.keep.erase({ learnerIds: [learnerId], reason: 'personAsked', confirmation: 'zyxwerth' }))

const bytesOf = ({ core: { core } }: FullRecord) =>
  decryptedBytes(core.settings.programFile, core.requireOpen().key)

const figures = async ({ api, screeningId, cohortId }: FullRecord) => ({
  completion: await api.reports.completion({}),
  certification: await api.reports.certification({}),
  cohort: (({ memberRows, ...counts }) => ({ ...counts, members: memberRows.length }))(
    await api.cohorts.get({ cohortId }),
  ),
  screening: (({ pool: _, ...counts }) => counts)(await api.screenings.get({ id: screeningId })),
})

test('nothing of the person is left in the file, and every figure stays', async () => {
  const record = await withFullRecord()
  expect(wordsIn(bytesOf(record), personalWords)).toEqual([...personalWords])
  const before = await figures(record)
  const preview = await record.api.keep.previewErase({ learnerIds: [record.learnerId] })
  expect(preview.confirmation).toBe('Zyxwerth')
  expect(preview.stays).toEqual({ cohorts: 1, attempts: 2, decisions: 1 })

  const { goes, erasedBytesLeft } = await erase(record)
  expect(goes).toEqual(preview.goes)
  expect(goes).toMatchObject({ people: 1, phones: 2, classes: 1, assessments: 2, hours: 1, evidence: 2 })
  expect(goes).toMatchObject({ screenings: 1, waitingPlaces: 1 })
  expect(erasedBytesLeft).toBe(false)
  expect(wordsIn(bytesOf(record), personalWords)).toEqual([])
  expect(statSync(`${record.core.core.settings.programFile}-wal`).size).toBeLessThan(50_000)
  expect(await figures(record)).toEqual(before)
})

test('what was erased is in no list or search, and stands nameless where it is counted', async () => {
  const record = await withFullRecord()
  const { api, learnerId, cohortId, screeningId, trackId, other } = record
  await erase(record)
  expect((await api.learners.list({})).rows.map(({ id }) => id)).toEqual([other])
  for (const text of ['Zyxwerth', 'ZQ-998877', '5559182', 'Erased']) {
    expect(await api.learners.search({ text })).toEqual([])
    expect((await api.learners.list({ text })).total).toBe(0)
    expect((await api.learners.matching({ text })).learnerIds).toEqual([])
  }
  const typed = {
    familyName: 'Zyxwerth',
    givenName: 'Quillonia',
    birthDate: '1987-03-14',
    studentId: 'ZQ-998877',
  }
  expect(await api.learners.similar(typed)).toEqual([])
  expect(await api.learners.similar({ familyName: 'Erased person' })).toEqual([])
  expect((await api.waitlist.list({ trackId })).total).toBe(0)
  expect((await api.screenings.results({ screeningId })).total).toBe(0)
  const { memberRows } = await api.cohorts.get({ cohortId })
  const { familyName, givenName, studentId } = memberRows.find((row) => row.learnerId === learnerId)!
  expect({ familyName, givenName, studentId }).toEqual({
    familyName: 'Erased person',
    givenName: '',
    studentId: null,
  })
  const people = await api.explain.completion({
    number: 'withdrew',
    line: { kind: 'total', key: '' },
    filters: {},
  })
  expect(people.rows.map(({ learner, facts }) => [learner, facts[0]])).toContainEqual([
    null,
    { kind: 'remark', remark: 'erased' },
  ])
  const [past] = (await api.imports.list({})).rows
  const { rows } = await api.imports.appliedRows({ importId: past!.id })
  expect(JSON.stringify(rows)).not.toContain('Zyx')
})

test('the record of changes still holds together and says what was emptied', async () => {
  const record = await withFullRecord()
  await erase(record)
  const verdict = await resultOf(record.api.audit.verify({ fingerprint: null }))
  expect(verdict).toMatchObject({ state: 'intact' })
  const entries = await record.core.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('learnerId', '=', record.learnerId)
    .execute()
  const said = entries.filter(({ after, before }) => after !== null || before !== null)
  expect(said.map(({ action, after }) => [action, after])).toEqual([
    ['keep.erase', JSON.stringify({ erased: true, reason: 'personAsked', disclosures: [1] })],
  ])
})

test('a hold, a missing outcome, a wrong word and a record too new each keep the person', async () => {
  const record = await withFullRecord()
  const { api, learnerId, other, cohortId, memberId } = record
  const wrong = api.keep.erase({ learnerIds: [learnerId], reason: 'personAsked', confirmation: 'Other' })
  expect(await failureOf(resultOf(wrong))).toMatchObject({
    fields: [{ path: 'confirmation', code: 'keep.confirmationWrong' }],
  })
  const tooNew = api.keep.erase({
    learnerIds: [learnerId],
    reason: 'pastRetention',
    confirmation: 'Zyxwerth',
  })
  expect(await failureOf(resultOf(tooNew))).toMatchObject({ code: 'keep.notDue', values: { count: 1 } })
  await api.keep.hold({ learnerId, reason: 'A lawsuit' })
  expect(await failureOf(erase(record))).toMatchObject({ code: 'keep.held', values: { count: 1 } })
  await api.keep.liftHold({ learnerId })
  const stillIn = {
    memberId,
    startedOn: '2026-02-02',
    outcome: 'stillIn',
    outcomeOn: null,
    reason: null,
  } as const
  await api.cohorts.changeMembers({ cohortId, members: [stillIn] })
  expect(await failureOf(erase(record))).toMatchObject({ code: 'keep.unfinished', values: { count: 1 } })
  expect((await api.learners.get({ learnerId })).familyName).toBe('Zyxwerth')
  expect((await api.learners.get({ learnerId: other })).familyName).toBe('Other')
})

test('several people need their number, and a person is erased once', async () => {
  const record = await withFullRecord()
  const { api, learnerId, other } = record
  const both = { learnerIds: [learnerId, other], reason: 'addedByMistake' as const }
  expect((await api.keep.previewErase(both)).confirmation).toBe('2')
  expect(await failureOf(resultOf(api.keep.erase({ ...both, confirmation: 'Zyxwerth' })))).toMatchObject({
    kind: 'invalidInput',
  })
  const { goes } = await resultOf(api.keep.erase({ ...both, confirmation: '2' }))
  expect(goes.people).toBe(2)
  expect((await api.learners.list({})).total).toBe(0)
  expect(await failureOf(erase(record))).toMatchObject({ kind: 'notFound' })
})

test('while a reader holds the old journal the bytes stay, a notice says so, and finishing removes them', async () => {
  const record = await withFullRecord()
  const { core } = record.core
  const reading = new Database(core.settings.programFile, { readonly: true })
  reading.pragma(`key = 'raw:${core.requireOpen().key.toString('hex')}'`)
  reading.exec('begin')
  reading.prepare('select count(*) from learners').get()
  expect((await erase(record)).erasedBytesLeft).toBe(true)
  expect(await record.api.safety.notices({})).toContainEqual({
    code: 'erasedBytesLeft',
    values: {},
    severity: 'warning',
    href: '/program/keep',
  })
  expect(await failureOf(resultOf(record.api.keep.clearErased({})))).toMatchObject({ code: 'keep.fileInUse' })
  reading.exec('commit')
  reading.close()
  await resultOf(record.api.keep.clearErased({}))
  expect(wordsIn(bytesOf(record), personalWords)).toEqual([])
  expect((await record.api.keep.overview({})).erasedBytesLeft).toBe(false)
  expect(await record.api.safety.notices({})).not.toContainEqual(
    expect.objectContaining({ code: 'erasedBytesLeft' }),
  )
})
